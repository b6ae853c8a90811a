// The small picture of the drawing in its file, for the start page and file managers: made again, in the background,
// when the drawing has rested for a while. Window's thread.
#pragma once

#include <QObject>
#include <QTimer>

#include "core/base/LatestJob.h"
#include "core/catalogue/Catalogue.h"
#include "ui/model/Drawing.h"

namespace sketchwalk::ui {

class Thumbnails : public QObject {
    Q_OBJECT

  public:
    static constexpr int kWidth = 320, kHeight = 240;  // pixels

    // Both outlive it.
    Thumbnails(Drawing* drawing, const catalogue::Catalogue& catalogue, QObject* parent = nullptr);
    void makeNow();

  private:
    Drawing* m_drawing;
    const catalogue::Catalogue& m_catalogue;
    QTimer m_rest;
    LatestJob m_job;  // last: ends before what it uses
};

}  // namespace sketchwalk::ui
