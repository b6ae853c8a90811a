#include "ui/model/Drawing.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QPointer>
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "core/sketch/Styles.h"
#include "ui/model/Said.h"

namespace sketchwalk::ui {
namespace {
// A stroke is in the file a millisecond after it was asked for, as a rule; that long, and no longer than a sample of
// the pen, its end waits for it. What takes longer goes on beside.
constexpr std::chrono::milliseconds kLongestWait{4};
}  // namespace

Drawing::Drawing(QObject* parent) : QObject(parent) {}
Drawing::~Drawing() = default;

std::filesystem::path Drawing::path() const {
    return m_store ? m_store->path() : std::filesystem::path();
}

void Drawing::open(document::History history, std::unique_ptr<document::Store> store) {
    m_store = std::move(store);
    m_history = std::move(history);
    ++m_revision;
    m_snapshot.reset();
    Q_EMIT reset();
    Q_EMIT historyChanged();
}

void Drawing::announce(const document::Change& change) {
    ++m_revision;
    m_snapshot.reset();
    Q_EMIT changed(change);
    Q_EMIT historyChanged();
}

void Drawing::commit(document::Document next, const QString& label, const QString& mergeKey) {
    const document::Change change = document::changeBetween(m_history.document(), next);
    if (!m_history.commit(std::move(next), label.toStdString(), mergeKey.toStdString(),
                          QDateTime::currentMSecsSinceEpoch())) {
        return;
    }
    keep();
    announce(change);
}

void Drawing::keep() {
    if (!m_store) return;
    m_store->put(m_history.position() - 1, m_history.steps().back());
    m_store->flush(kLongestWait);
}

std::shared_ptr<const document::Document> Drawing::snapshot() const {
    if (!m_snapshot) m_snapshot = std::make_shared<const document::Document>(m_history.document());
    return m_snapshot;
}

int64_t Drawing::addStrokes(std::vector<sketch::Stroke> strokes, int64_t layer, const QString& label) {
    int64_t id = m_history.document().nextId - 1;
    std::vector<document::DrawnPtr> drawn;
    for (sketch::Stroke& stroke : strokes) {
        stroke.id = ++id;
        drawn.push_back(std::make_shared<const document::Drawn>(document::Drawn{std::move(stroke), layer}));
    }
    if (addWithStyles(drawn, label)) return id;
    if (!m_history.append(std::move(drawn), label.toStdString(), QDateTime::currentMSecsSinceEpoch())) return id;
    keep();
    const document::Change change = m_history.steps().back().change;
    announce(change);
    return id;
}

void Drawing::setStyles(sketch::StylesPtr styles) {
    m_styles = std::move(styles);
    m_holdStyles.reset();
}

// False where the drawing knows the styles already, or no ink is added.
bool Drawing::addWithStyles(const std::vector<document::DrawnPtr>& drawn, const QString& label) {
    const auto isInk = [](const document::DrawnPtr& one) { return one->stroke.brush == "ink"; };
    if (!m_styles || std::none_of(drawn.begin(), drawn.end(), isInk)) return false;
    if (settings().styles && settings().styles == m_holdStyles) return false;
    m_holdStyles = sketch::joined(settings().styles, *m_styles);
    if (m_holdStyles == settings().styles) return false;
    document::Document next = m_history.document();
    next.settings.styles = m_holdStyles;
    next.strokes.insert(next.strokes.end(), drawn.begin(), drawn.end());
    next.nextId += static_cast<int64_t>(drawn.size());
    commit(std::move(next), label);
    return true;
}

int64_t Drawing::addStroke(sketch::Stroke stroke, int64_t layer, const QString& label) {
    std::vector<sketch::Stroke> strokes;
    strokes.push_back(std::move(stroke));
    return addStrokes(std::move(strokes), layer, label);
}

void Drawing::changeSettings(const std::function<void(document::Settings&)>& change, const QString& label,
                             const QString& mergeKey) {
    document::Document next = m_history.document();
    change(next.settings);
    commit(std::move(next), label, mergeKey);
}

void Drawing::eraseStrokes(const std::vector<int64_t>& ids, const QString& label) {
    const std::unordered_set<int64_t> gone(ids.begin(), ids.end());
    document::Document next = m_history.document();
    std::erase_if(next.strokes, [&](const document::DrawnPtr& drawn) { return gone.contains(drawn->stroke.id); });
    commit(std::move(next), label);
}

void Drawing::replaceStrokes(const std::vector<document::DrawnPtr>& strokes, const QString& label,
                             const QString& mergeKey) {
    std::unordered_map<int64_t, document::DrawnPtr> byId;
    for (const document::DrawnPtr& drawn : strokes) byId.emplace(drawn->stroke.id, drawn);
    document::Document next = m_history.document();
    for (document::DrawnPtr& drawn : next.strokes) {
        if (const auto found = byId.find(drawn->stroke.id); found != byId.end()) drawn = found->second;
    }
    commit(std::move(next), label, mergeKey);
}

void Drawing::undo() {
    if (m_history.canUndo()) moveTo(m_history.position() - 1);
}

void Drawing::redo() {
    moveTo(m_history.position() + 1);
}

void Drawing::moveTo(size_t position) {
    const document::Document before = m_history.document();
    m_history.moveTo(position);
    const document::Change change = document::changeBetween(before, m_history.document());
    if (change.empty()) return;
    if (m_store) m_store->setPosition(m_history.position());
    announce(change);
}

document::Store::OnTrouble Drawing::onTrouble() {
    return [self = QPointer<Drawing>(this)](const std::optional<Error>& error) {
        const QString text = error ? said(*error) : QString();
        // The pointer is looked at on the window's thread alone, where it can be deleted.
        QMetaObject::invokeMethod(
            qApp,
            [self, text] {
                if (self) Q_EMIT self->savingTrouble(text);
            },
            Qt::QueuedConnection);
    };
}

}  // namespace sketchwalk::ui
