// Builds the world of the drawing in the background: of its latest state, on a thread of its own that can be stopped at
// any moment. Who draws without a pause still sees the world follow: a build that has long been waited for is finished.
// Lives on the window's thread, which never waits for it.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <chrono>
#include <functional>
#include <memory>
#include <vector>

#include "core/base/LatestJob.h"
#include "core/document/Document.h"
#include "core/neural/InkSymbol.h"
#include "core/pipeline/Pipeline.h"

namespace sketchwalk::ui {

struct BuiltWorld {
    pipeline::World world;
    uint64_t revision = 0;                        // of the drawing that it shows
    std::chrono::steady_clock::time_point asked;  // when that revision was asked for
};
using BuiltWorldPtr = std::shared_ptr<const BuiltWorld>;

class WorldBuilder : public QObject {
    Q_OBJECT

  public:
    static constexpr int kResolution = 512;  // as the command line's: the same document, the same bytes

    explicit WorldBuilder(int threads, QObject* parent = nullptr);
    ~WorldBuilder() override;

    // Makes of a drawing's sketch what is planned, such as symbols of freehand ink, and tells which; called on the
    // job's thread. Before the first build.
    using Reader =
        std::function<sketch::Sketch(const sketch::Sketch& sketch, const catalogue::Catalogue& catalogue,
                                     const Job& job, Diagnostics& diagnostics, neural::InkSymbolsPtr& symbols)>;
    void setReader(Reader reader);

    void build(std::shared_ptr<const document::Document> document, uint64_t revision);
    void stop();  // what is being built is not wanted any more
    bool busy() const { return m_busy; }
    BuiltWorldPtr latest() const { return m_latest; }  // null before the first
    // What was read of the ink for the world that is being built or was built last.
    const neural::InkSymbolsPtr& ink() const { return m_ink; }
    void forget();  // another drawing comes: `latest` is nothing to show of it

  Q_SIGNALS:
    void built();    // `latest` is another one
    void inkRead();  // `ink` is another one: before the world that shows it is there
    void busyChanged(bool busy);
    void progress(const QString& stage, double fraction);  // fraction of the whole
    void failed(const QString& text);                      // in plain words

  private:
    struct Worker;
    void takeInk(uint64_t request, neural::InkSymbolsPtr symbols);
    void take(uint64_t request, Result<BuiltWorldPtr> result);
    void setBusy(bool busy);

    std::shared_ptr<Worker> m_worker;               // the job's thread alone uses what it holds
    uint64_t m_request = 0;                         // of the last build
    uint64_t m_taken = 0;                           // results of requests up to this are old
    std::chrono::steady_clock::time_point m_fresh;  // when the world last was as drawn, or another one came
    bool m_busy = false;
    neural::InkSymbolsPtr m_ink;
    BuiltWorldPtr m_latest, m_old;
    LatestJob m_job;  // last: ends before what it uses
};

}  // namespace sketchwalk::ui
