#include "ui/model/InkMemory.h"

#include <QSettings>
#include <system_error>

#include "ui/model/Paths.h"
#include "ui/model/Said.h"

namespace sketchwalk::ui {
namespace {

constexpr const char* kWishKey = "ink/remember";

}  // namespace

InkMemory::InkMemory(std::filesystem::path file, QObject* parent) : QObject(parent), m_file(std::move(file)) {}

InkMemory::Wish InkMemory::wish() const {
    const QVariant kept = QSettings().value(kWishKey);
    return !kept.isValid() ? Wish::notAsked : kept.toBool() ? Wish::yes : Wish::no;
}

void InkMemory::setWish(bool remember) {
    if (wish() == (remember ? Wish::yes : Wish::no)) return;
    QSettings().setValue(kWishKey, remember);
    Q_EMIT changed();
}

void InkMemory::load() {
    std::error_code ignored;
    if (!std::filesystem::exists(m_file, ignored)) {
        m_all.reset();
    } else if (auto styles = sketch::readStyles(m_file)) {
        m_all = sketch::joined(nullptr, *styles);
    } else {
        m_all.reset();
        std::filesystem::path aside = m_file;
        aside += ".broken";
        std::filesystem::rename(m_file, aside, ignored);
        Q_EMIT trouble(tr("What was remembered of your drawings cannot be read and was set aside as %1. (%2)")
                           .arg(fromPath(aside), said(styles.error())));
    }
    Q_EMIT changed();
}

void InkMemory::learn(const sketch::Style& style) {
    if (wish() != Wish::yes) return;
    load();
    keep(sketch::joined(m_all, {style}));
}

void InkMemory::unlearn(const sketch::Style& style) {
    if (wish() != Wish::yes) return;
    load();
    keep(sketch::without(m_all, style));
}

void InkMemory::forgetAll() {
    std::error_code why;
    std::filesystem::remove(m_file, why);
    if (why) {
        Q_EMIT trouble(tr("%1 cannot be removed: %2").arg(fromPath(m_file), QString::fromStdString(why.message())));
        return;
    }
    m_all.reset();
    Q_EMIT changed();
}

void InkMemory::keep(sketch::StylesPtr next) {
    if (next == m_all) return;
    std::error_code ignored;
    std::filesystem::create_directories(m_file.parent_path(), ignored);
    const auto written = sketch::writeStyles(m_file, next ? *next : std::vector<sketch::Style>{});
    if (!written) Q_EMIT trouble(said(written.error()));
    m_all = std::move(next);
    Q_EMIT changed();
}

}  // namespace sketchwalk::ui
