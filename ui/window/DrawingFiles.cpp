#include "ui/window/DrawingFiles.h"

#include <QDateTime>
#include <QFileInfo>
#include <QSettings>

#include "core/document/AnyMap.h"
#include "ui/model/Paths.h"
#include "ui/model/Said.h"
#include "ui/panels/Words.h"

namespace sketchwalk::ui {
namespace {

namespace fs = std::filesystem;
constexpr const char* kOpenKey = "files/open";  // the drawing that is open now; empty once it is closed

// A name that no file has yet: "Island", "Island 2" ...
fs::path freePath(const fs::path& folder, const QString& name) {
    QString plain = name;
    for (QChar& c : plain) {
        if (QStringLiteral("/\\:*?\"<>|").contains(c)) c = u'-';
    }
    for (int number = 1;; ++number) {
        const QString tried = number == 1 ? plain : QStringLiteral("%1 %2").arg(plain).arg(number);
        const fs::path path = folder / toPath(tried + document::kSuffix);
        std::error_code failed;
        if (!fs::exists(path, failed)) return path;
    }
}

}  // namespace

DrawingFiles::DrawingFiles(Drawing* drawing, RecentFiles* recent, const catalogue::Catalogue& catalogue,
                           fs::path unsavedFolder, QObject* parent)
    : QObject(parent),
      m_drawing(drawing),
      m_recent(recent),
      m_catalogue(catalogue),
      m_onTrouble(drawing->onTrouble()),
      m_unsaved(std::move(unsavedFolder)),
      m_reader(1, [this](const std::string& what) {
          QMetaObject::invokeMethod(this, [this, text = QString::fromStdString(what)] {
              m_opening = 0;
              Q_EMIT failed(tr("The map could not be opened (%1).").arg(text));
          });
      }) {
    std::error_code failed;
    fs::create_directories(m_unsaved, failed);  // what is wrong with it is said when a drawing cannot be made there
}

DrawingFiles::~DrawingFiles() = default;

Result<DrawingFiles::Loaded> DrawingFiles::asNew(const document::Document& start, const QString& name,
                                                 QStringList notes) const {
    auto store = document::Store::create(freePath(m_unsaved, name), start, m_onTrouble);
    if (!store) return tl::make_unexpected(store.error());
    return Loaded{document::History(start), std::move(*store), std::move(notes), name};
}

Result<DrawingFiles::Loaded> DrawingFiles::load(const fs::path& path, bool asTemplate) const {
    const QString name = QFileInfo(fromPath(path)).baseName();
    if (document::looksLikeDocument(path) && !asTemplate) {
        auto file = document::Store::open(path, m_onTrouble);
        if (!file) return tl::make_unexpected(file.error());
        QStringList notes;
        for (const Sentence& note : file->notes) notes.append(said(note));
        if (file->store) return Loaded{std::move(file->history), std::move(file->store), notes, name};
        notes.append(tr("You draw on a copy of your own, which is kept; save it under a name when you like."));
        return asNew(file->history.document(), name, notes);
    }
    const auto read = document::readMap(path, m_catalogue);
    if (!read) return tl::make_unexpected(read.error());
    QStringList notes;
    for (const Diagnostic& diagnostic : read->diagnostics) notes.append(wordsOf(diagnostic));
    return asNew(document::fromSketch(read->sketch), name, asTemplate ? QStringList() : notes);
}

void DrawingFiles::create(const document::Document& start, const QString& name) {
    ++m_wishes;
    m_opening = 0;
    auto made = asNew(start, name, {});
    if (made) {
        take(std::move(*made));
        return;
    }
    // Drawing goes on all the same; the window says that nothing is kept until it is saved somewhere else.
    take(Loaded{document::History(start), nullptr, {said(made.error())}, name});
}

void DrawingFiles::open(const QString& path) {
    startOpening(path, false);
}

void DrawingFiles::openTemplate(const QString& path) {
    startOpening(path, true);
}

void DrawingFiles::startOpening(const QString& path, bool asTemplate) {
    const fs::path wanted = toPath(path);
    std::error_code different;
    const uint64_t wish = ++m_wishes;
    m_opening = 0;
    if (!asTemplate && m_hasDrawing && fs::equivalent(wanted, m_drawing->path(), different)) {
        Q_EMIT opened({});
        return;
    }
    m_opening = wish;
    m_reader.post([this, wanted, asTemplate, wish](const Job&) {
        auto loaded = std::make_shared<Result<Loaded>>(load(wanted, asTemplate));
        QMetaObject::invokeMethod(this, [this, loaded, wish] {
            if (wish != m_wishes) {
                if (*loaded) leave(std::move(**loaded));
                return;
            }
            m_opening = 0;
            if (*loaded) {
                take(std::move(**loaded));
            } else {
                Q_EMIT failed(said(loaded->error()));
            }
        });
    });
}

void DrawingFiles::take(Loaded loaded) {
    const fs::path before = m_drawing->path();
    const bool untouched = m_hasDrawing && m_drawing->history().steps().empty();
    m_name = loaded.name;
    m_hasDrawing = true;
    m_drawing->open(std::move(loaded.history), std::move(loaded.store));
    if (untouched) removeUnsaved(before);  // a template that nobody drew on is no loss
    const fs::path path = m_drawing->path();
    QSettings().setValue(kOpenKey, fromPath(path));
    if (!path.empty()) m_recent->add(fromPath(path));
    Q_EMIT titleChanged();
    Q_EMIT opened(loaded.notes);
}

void DrawingFiles::leave(Loaded loaded) {
    if (!loaded.store) return;
    const fs::path path = loaded.store->path();
    const bool untouched = loaded.history.steps().empty();
    loaded.store.reset();
    if (untouched) removeUnsaved(path);
}

void DrawingFiles::saveAs(const QString& path) {
    save(path, true);
}

void DrawingFiles::saveCopy(const QString& path) {
    save(path, false);
}

void DrawingFiles::save(const QString& path, bool moveThere) {
    QString full = path;
    if (!full.endsWith(document::kSuffix)) full += document::kSuffix;
    if (!m_drawing->store()) {  // nothing follows yet: what is here is written whole
        const auto written = document::writeDocument(toPath(full), m_drawing->document());
        if (!written) {
            Q_EMIT failed(said(written.error()));
        } else if (moveThere) {
            startOpening(full, false);
        }
        return;
    }
    const fs::path before = m_drawing->path();
    m_drawing->store()->saveCopy(toPath(full), moveThere, [this, full, moveThere, before](const Result<void>& result) {
        QMetaObject::invokeMethod(this, [this, full, moveThere, before, result] {
            if (!result) {
                Q_EMIT failed(said(result.error()));
                return;
            }
            m_recent->add(full);
            if (moveThere) {
                m_name = QFileInfo(full).completeBaseName();
                QSettings().setValue(kOpenKey, full);
                removeUnsaved(before);
                Q_EMIT titleChanged();
            }
            Q_EMIT saved(full);
        });
    });
}

bool DrawingFiles::reopenAfterCrash() {
    const QString path = QSettings().value(kOpenKey).toString();
    if (path.isEmpty() || !QFileInfo::exists(path)) return false;
    open(path);
    return true;
}

void DrawingFiles::closing() {
    QSettings().setValue(kOpenKey, QString());
    if (m_hasDrawing && m_drawing->history().steps().empty() && liesAmongUnsaved(m_drawing->path())) {
        const fs::path path = m_drawing->path();
        m_drawing->open(document::History(), nullptr);
        removeUnsaved(path);
    }
}

bool DrawingFiles::liesAmongUnsaved(const fs::path& path) const {
    std::error_code failed;
    return !path.empty() && fs::equivalent(path.parent_path(), m_unsaved, failed);
}

void DrawingFiles::removeUnsaved(const fs::path& path) {
    std::error_code failed;
    if (!liesAmongUnsaved(path) || fs::equivalent(path, m_drawing->path(), failed)) return;
    fs::remove(path, failed);
    m_recent->remove(fromPath(path));
}

bool DrawingFiles::isUnsaved() const {
    const fs::path path = m_drawing->path();
    return m_hasDrawing && (path.empty() || liesAmongUnsaved(path));
}

QString DrawingFiles::title() const {
    return m_name;
}

}  // namespace sketchwalk::ui
