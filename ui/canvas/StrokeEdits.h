// Changes to strokes that tools share: moved, mirrored, named. Pure.
#pragma once

#include <QString>
#include <QTransform>
#include <vector>

#include "core/document/Document.h"
#include "ui/canvas/StrokePainter.h"
#include "ui/model/Toolbox.h"

namespace sketchwalk::ui {

// Whether what the brush stands for can be drawn so; null: an unknown brush.
bool canBe(const catalogue::Entry* entry, catalogue::DrawnAs how);
// How the chosen brush draws now.
catalogue::DrawnAs shapeOf(const Toolbox::State& state, const catalogue::Entry* entry);

// A point, and where the pen leaned, moved along.
sketch::StrokePoint mapped(const QTransform& change, const sketch::StrokePoint& p);
// In metres. Things set down with a tap, and lettering, grow with the scale; a line keeps its width. Locks stay where
// they are.
sketch::Stroke transformed(const sketch::Stroke& stroke, const QTransform& change, const StrokePainter& painter);

// About the paper's middle: every mirror image of the paper that this mirror makes, the paper itself not among them.
std::vector<QTransform> mirrorImages(Mirror mirror, Point extent);

// "market stall"; what the user calls a brush.
QString brushName(const std::string& brush);
// "river", or "3 strokes".
QString strokesName(const std::vector<document::DrawnPtr>& strokes);

// Whether the point lies on what is drawn, `reach` metres or nearer.
bool hits(const sketch::Stroke& stroke, Point at, double reach, const StrokePainter& painter);
// Whether most of the stroke lies inside.
bool mostlyInside(const sketch::Stroke& stroke, const Ring& lasso);

}  // namespace sketchwalk::ui
