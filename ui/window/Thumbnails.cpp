#include "ui/window/Thumbnails.h"

#include <QBuffer>
#include <QImage>

#include "ui/canvas/SheetPicture.h"

namespace sketchwalk::ui {
namespace {
constexpr int kPictureRestMs = 2500;
}

Thumbnails::Thumbnails(Drawing* drawing, const catalogue::Catalogue& catalogue, QObject* parent)
    : QObject(parent), m_drawing(drawing), m_catalogue(catalogue), m_job(1, {}) {
    m_rest.setSingleShot(true);
    m_rest.setInterval(kPictureRestMs);
    connect(&m_rest, &QTimer::timeout, this, &Thumbnails::makeNow);
    connect(drawing, &Drawing::changed, &m_rest, qOverload<>(&QTimer::start));
    connect(drawing, &Drawing::reset, this, [this] {
        m_job.cancel();
        m_rest.stop();
    });
}

void Thumbnails::makeNow() {
    if (!m_drawing->store()) return;
    m_job.post([this, document = m_drawing->snapshot(), revision = m_drawing->revision()](const Job& job) {
        const QImage picture = paintThumbnail(*document, QSize(kWidth, kHeight), m_catalogue);
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        picture.save(&buffer, "PNG");
        if (job.stopped()) return;
        QMetaObject::invokeMethod(this, [this, png, revision] {
            // Else it changed meanwhile, and the next picture is on its way.
            if (m_drawing->store() && m_drawing->revision() == revision) {
                m_drawing->store()->setThumbnail({png.begin(), png.end()});
            }
        });
    });
}

}  // namespace sketchwalk::ui
