// The drawing that is open: its document with its history, and the file that follows every change. The only place where
// the document is changed; everything else asks for a change and listens to `changed`. Lives on the window's thread;
// nothing here waits for a slow disk.
#pragma once

#include <QObject>
#include <QString>
#include <filesystem>
#include <functional>
#include <memory>

#include "core/document/History.h"
#include "core/document/Store.h"

namespace sketchwalk::ui {

class Drawing : public QObject {
    Q_OBJECT

  public:
    explicit Drawing(QObject* parent = nullptr);
    ~Drawing() override;

    const document::Document& document() const { return m_history.document(); }
    // The document as it is now, to keep or to hand to another thread. All who ask share one copy.
    std::shared_ptr<const document::Document> snapshot() const;
    const document::Settings& settings() const { return m_history.document().settings; }
    const document::History& history() const { return m_history; }
    // Grows with every change; never the same twice in one program.
    uint64_t revision() const { return m_revision; }
    // The file that follows; empty where there is none (it may not be written).
    std::filesystem::path path() const;

    // Another document takes this one's place. `store` may be null: nothing is written then.
    void open(document::History history, std::unique_ptr<document::Store> store);

    // One step of history, in the user's words ("Draw river"); steps with the same merge key that follow each other
    // are one. Nothing happens where nothing changed.
    void commit(document::Document next, const QString& label, const QString& mergeKey = {});
    // The most frequent change: finished strokes on top of their layer, as one step, whatever the number of strokes
    // there are. Their ids are given here; the last one is returned.
    int64_t addStrokes(std::vector<sketch::Stroke> strokes, int64_t layer, const QString& label);
    // How the one who draws draws: ink is read by it from the next stroke of ink on, which puts it into the drawing.
    // Null: nothing is known.
    void setStyles(sketch::StylesPtr styles);
    int64_t addStroke(sketch::Stroke stroke, int64_t layer, const QString& label);
    void changeSettings(const std::function<void(document::Settings&)>& change, const QString& label,
                        const QString& mergeKey = {});
    void eraseStrokes(const std::vector<int64_t>& ids, const QString& label);
    // Changes strokes where they stand in the order.
    void replaceStrokes(const std::vector<document::DrawnPtr>& strokes, const QString& label,
                        const QString& mergeKey = {});
    void undo();
    void redo();
    void moveTo(size_t position);

    document::Store* store() { return m_store.get(); }
    // For opening a store: its troubles reach `savingTrouble` on the window's thread.
    document::Store::OnTrouble onTrouble();

  Q_SIGNALS:
    // What just happened to the document, as a change from before to now (undo and redo too).
    void changed(const document::Change& change);
    // Another document is here.
    void reset();
    // The steps or the position in them are others: after every change, and after `reset`.
    void historyChanged();
    // What keeps the drawing from being saved, in plain words; empty: all is saved again.
    void savingTrouble(const QString& text);

  private:
    void keep();  // the last step, in the file
    bool addWithStyles(const std::vector<document::DrawnPtr>& drawn, const QString& label);
    void announce(const document::Change& change);

    document::History m_history;
    std::unique_ptr<document::Store> m_store;
    uint64_t m_revision = 0;
    mutable std::shared_ptr<const document::Document> m_snapshot;  // of the revision; null until someone asks
    sketch::StylesPtr m_styles;
    sketch::StylesPtr m_holdStyles;  // the drawing's own that hold them all
};

}  // namespace sketchwalk::ui
