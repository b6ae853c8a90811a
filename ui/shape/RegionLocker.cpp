#include "ui/shape/RegionLocker.h"

#include "core/pipeline/Locks.h"

namespace sketchwalk::ui {

RegionLocker::RegionLocker(Drawing* drawing, WorldBuilder* builder, QObject* parent)
    : QObject(parent), m_drawing(drawing), m_builder(builder), m_job(1, [this](const std::string& what) {
          QMetaObject::invokeMethod(this, [this, text = QString::fromStdString(what)] {
              m_isGathering = false;
              m_waiting.clear();
              Q_EMIT changed();
              Q_EMIT notice(tr("The region could not be locked (%1). The drawing is safe.").arg(text));
          });
      }) {
    connect(builder, &WorldBuilder::built, this, &RegionLocker::gather);
    connect(builder, &WorldBuilder::busyChanged, this, &RegionLocker::gather);
    connect(drawing, &Drawing::reset, this, [this] {
        ++m_drawingNumber;
        m_waiting.clear();
        m_isGathering = false;
        Q_EMIT changed();
    });
}

void RegionLocker::lock(std::vector<sketch::Stroke> outlines, int64_t layer) {
    m_layer = layer;
    m_waiting.insert(m_waiting.end(), outlines.begin(), outlines.end());
    Q_EMIT changed();
    gather();
    if (!m_waiting.empty() && !m_isGathering)
        Q_EMIT notice(tr("The region is locked as soon as the world is as drawn."));
}

void RegionLocker::gather() {
    const BuiltWorldPtr world = m_builder->latest();
    if (m_waiting.empty() || m_isGathering || m_builder->busy() || !world) return;
    m_isGathering = true;
    const document::Settings& settings = m_drawing->settings();
    auto work = [this, world, outlines = m_waiting, view = settings.view, extent = settings.extent,
                 number = m_drawingNumber, revision = m_drawing->revision()](const Job& job) {
        Gathered gathered;
        gathered.outlines = outlines.size();
        for (const sketch::Stroke& outline : outlines) {
            auto held = pipeline::lockOf(world->world, outline, view, extent);
            gathered.isTooLarge = gathered.isTooLarge || !held;
            gathered.isEmpty = gathered.isEmpty || (held && !*held);
            if (!held || !*held) continue;
            gathered.strokes.push_back(outline);
            gathered.strokes.back().lock = *held;
        }
        if (job.stopped()) return;
        QMetaObject::invokeMethod(this, [this, number, revision, gathered = std::move(gathered)]() mutable {
            if (number == m_drawingNumber) take(std::move(gathered), revision);
        });
    };
    m_job.post(std::move(work), LatestJob::Running::finish);
}

void RegionLocker::take(Gathered gathered, uint64_t revision) {
    m_isGathering = false;
    if (revision != m_drawing->revision()) return gather();  // what was drawn meanwhile belongs into it
    const auto done = static_cast<std::ptrdiff_t>(std::min(gathered.outlines, m_waiting.size()));
    m_waiting.erase(m_waiting.begin(), m_waiting.begin() + done);  // more may have come since
    if (gathered.isTooLarge) Q_EMIT notice(tr("The region is too large to be locked at once; lock it in parts."));
    if (gathered.isEmpty) Q_EMIT notice(tr("There is nothing to lock in so small a region."));
    if (!gathered.strokes.empty()) m_drawing->addStrokes(std::move(gathered.strokes), m_layer, tr("Lock a region"));
    Q_EMIT changed();
}

}  // namespace sketchwalk::ui
