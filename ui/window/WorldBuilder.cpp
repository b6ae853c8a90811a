#include "ui/window/WorldBuilder.h"

#include <optional>
#include <utility>

#include "core/pipeline/Live.h"
#include "ui/model/Said.h"

namespace sketchwalk::ui {
namespace {

// After this long without a new world, the one being built is finished though it is not the latest.
constexpr std::chrono::milliseconds kLongestWait{600};

QString stageText(std::string_view stage) {
    if (stage == "plan") return WorldBuilder::tr("Reading the map");
    if (stage == "shape") return WorldBuilder::tr("Shaping the land");
    return WorldBuilder::tr("Planting and building");
}

}  // namespace

// What the job's thread keeps from one world to the next.
struct WorldBuilder::Worker {
    std::optional<pipeline::Resources> resources;
    std::optional<pipeline::Live> live;
    Reader reader;

    using TellInk = std::function<void(const neural::InkSymbolsPtr&)>;
    Result<BuiltWorldPtr> build(const document::Document& document, BuiltWorld about, const Job& job,
                                const TellInk& tellInk) {
        if (!resources) {
            auto loaded = pipeline::Resources::load(job.threads);
            if (!loaded) return tl::make_unexpected(loaded.error());
            resources.emplace(std::move(*loaded));
            live.emplace(*resources);
        }
        sketch::Sketch sketch = document::toSketch(document);
        Diagnostics said;
        if (reader) {
            neural::InkSymbolsPtr symbols;
            sketch = reader(sketch, resources->catalogue, job, said, symbols);
            if (!job.stopped()) tellInk(symbols);
        }
        auto world = live->update(sketch, {kResolution}, job);
        if (!world) return tl::make_unexpected(world.error());
        world->diagnostics.insert(world->diagnostics.begin(), said.begin(), said.end());
        about.world = std::move(*world);
        return std::make_shared<const BuiltWorld>(std::move(about));
    }
};

WorldBuilder::WorldBuilder(int threads, QObject* parent)
    : QObject(parent), m_worker(std::make_shared<Worker>()), m_job(threads, [this](const std::string& what) {
          QMetaObject::invokeMethod(this, [this, text = QString::fromStdString(what)] {
              setBusy(false);
              Q_EMIT failed(tr("The world could not be built (%1). The drawing is safe.").arg(text));
          });
      }) {}

WorldBuilder::~WorldBuilder() = default;

void WorldBuilder::setReader(Reader reader) {
    m_worker->reader = std::move(reader);
}

void WorldBuilder::build(std::shared_ptr<const document::Document> document, uint64_t revision) {
    const uint64_t request = ++m_request;
    const auto asked = std::chrono::steady_clock::now();
    if (!m_busy) m_fresh = asked;
    const auto running = asked - m_fresh > kLongestWait ? LatestJob::Running::finish : LatestJob::Running::stop;
    // A large world takes a while to be freed: that is for the job's thread too.
    auto work = [this, worker = m_worker, old = std::exchange(m_old, nullptr), document = std::move(document), request,
                 revision, asked](const Job& given) {
        Job job = given;
        job.report = [this, request](std::string_view stage, double fraction) {
            QMetaObject::invokeMethod(this, [this, request, text = stageText(stage), fraction] {
                if (request == m_request) Q_EMIT progress(text, fraction);
            });
        };
        const auto tellInk = [this, request](const neural::InkSymbolsPtr& symbols) {
            QMetaObject::invokeMethod(this, [this, request, symbols] { takeInk(request, symbols); });
        };
        auto result = worker->build(*document, BuiltWorld{{}, revision, asked}, job, tellInk);
        if (job.stopped()) return;
        QMetaObject::invokeMethod(
            this, [this, request, result = std::move(result)]() mutable { take(request, std::move(result)); });
    };
    m_job.post(std::move(work), running);
    setBusy(true);
}

void WorldBuilder::stop() {
    m_taken = ++m_request;
    m_job.cancel();
    setBusy(false);
}

void WorldBuilder::forget() {
    stop();
    m_latest.reset();
    m_ink.reset();
}

void WorldBuilder::takeInk(uint64_t request, neural::InkSymbolsPtr symbols) {
    if (request <= m_taken || symbols == m_ink) return;
    m_ink = std::move(symbols);
    Q_EMIT inkRead();
}

void WorldBuilder::take(uint64_t request, Result<BuiltWorldPtr> result) {
    if (request <= m_taken) return;  // stale
    m_taken = request;
    m_fresh = std::chrono::steady_clock::now();
    if (request == m_request) setBusy(false);
    if (!result) {
        Q_EMIT failed(said(result.error()));
        return;
    }
    m_old = std::exchange(m_latest, std::move(*result));
    Q_EMIT built();
}

void WorldBuilder::setBusy(bool busy) {
    if (busy == m_busy) return;
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

}  // namespace sketchwalk::ui
