// Which file the open drawing is: new ones, opening, saving under another name, and finding everything again after a
// crash. A drawing always has a file, from its first stroke on: one that was never named lies among the unsaved ones.
// Lives on the window's thread; reading happens on another.
#pragma once

#include <QObject>
#include <QString>
#include <filesystem>
#include <functional>

#include "core/base/Error.h"
#include "core/base/LatestJob.h"
#include "core/catalogue/Catalogue.h"
#include "ui/model/Drawing.h"
#include "ui/panels/RecentFiles.h"

namespace sketchwalk::ui {

class DrawingFiles : public QObject {
    Q_OBJECT

  public:
    // All outlive it. Unsaved drawings lie in `unsavedFolder`, made where it is missing.
    DrawingFiles(Drawing* drawing, RecentFiles* recent, const catalogue::Catalogue& catalogue,
                 std::filesystem::path unsavedFolder, QObject* parent = nullptr);
    ~DrawingFiles() override;

    // A new drawing that holds `start`; `name` is what it is called until it is saved ("Island").
    void create(const document::Document& start, const QString& name);
    // Opens a drawing, or makes a new one of any other map. Returns at once; `opened` or `failed` follows, unless
    // another drawing was asked for meanwhile: the latest wish counts.
    void open(const QString& path);
    // A new drawing made of a template; the file stays as it is.
    void openTemplate(const QString& path);
    // The drawing moves to that file. Returns at once; `saved` or `failed` follows.
    void saveAs(const QString& path);
    // A copy at that place; the drawing stays where it is.
    void saveCopy(const QString& path);
    // The drawing that was open when the program ended without closing it; false where there is none.
    bool reopenAfterCrash();
    // The program ends as it should.
    void closing();

    bool hasDrawing() const { return m_hasDrawing; }
    bool isUnsaved() const;  // has no name of the user's
    QString title() const;   // for the window
    bool busy() const { return m_opening > 0; }

  Q_SIGNALS:
    void opened(const QStringList& notes);  // for the user: what was odd
    void saved(const QString& path);
    void failed(const QString& text);
    void titleChanged();

  private:
    struct Loaded {
        document::History history;
        std::unique_ptr<document::Store> store;
        QStringList notes;
        QString name;
    };
    Result<Loaded> load(const std::filesystem::path& path, bool asTemplate) const;
    Result<Loaded> asNew(const document::Document& start, const QString& name, QStringList notes) const;
    void startOpening(const QString& path, bool asTemplate);
    void take(Loaded loaded);
    void leave(Loaded loaded);  // nobody waits for it any more
    void save(const QString& path, bool moveThere);
    void removeUnsaved(const std::filesystem::path& path);
    bool liesAmongUnsaved(const std::filesystem::path& path) const;

    Drawing* m_drawing;
    RecentFiles* m_recent;
    const catalogue::Catalogue& m_catalogue;
    document::Store::OnTrouble m_onTrouble;  // made on the window's thread, used on others
    std::filesystem::path m_unsaved;
    QString m_name;
    bool m_hasDrawing = false;
    uint64_t m_wishes = 0;   // for a drawing, so far
    uint64_t m_opening = 0;  // the wish that is being read; 0: none
    LatestJob m_reader;      // last: ends before what it uses
};

}  // namespace sketchwalk::ui
