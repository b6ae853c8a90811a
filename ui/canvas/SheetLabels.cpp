// Words typed on the sheet.
#include <algorithm>

#include "ui/canvas/SheetParts.h"
#include "ui/canvas/StrokeEdits.h"

namespace sketchwalk::ui {

void Sheet::Parts::openEditor(std::vector<sketch::StrokePoint> path, int64_t existing) {
    if (path.empty()) return;
    const document::DrawnPtr old = existing != 0 ? context.index.find(existing) : nullptr;
    sketch::Stroke kind;
    kind.brush = "label";
    kind.width = old ? old->stroke.width : context.toolbox.state().width;
    QFont letters;
    letters.setFamilies(context.painter->book().letters());
    letters.setItalic(true);
    const double height = context.painter->lineWidth(kind) * context.view.scale / context.ratio;
    letters.setPixelSize(std::clamp(static_cast<int>(height), 12, 64));
    editorPath = std::move(path);
    editorStroke = old ? existing : 0;
    editor = new LabelEditor(old ? QString::fromStdString(old->stroke.text) : QString(), letters, &q);
    const Point middle =
        old ? old->stroke.points[old->stroke.points.size() / 2].at : editorPath[editorPath.size() / 2].at;
    editor->move(q.toWidget(middle).toPoint() - editor->rect().center());
    QObject::connect(editor, &LabelEditor::done, &q, [this](bool keep) { finishEditor(keep); });
    editor->show();
    editor->setFocus(Qt::OtherFocusReason);
    editor->selectAll();
}

void Sheet::Parts::finishEditor(bool keep) {
    if (!editor) return;
    // Its own signal may be what ends it, so it is only put away here.
    LabelEditor* ended = editor;
    editor.clear();
    const QString text = ended->text().simplified();
    const bool hadFocus = ended->hasFocus();
    ended->hide();
    ended->deleteLater();
    if (hadFocus) q.setFocus(Qt::OtherFocusReason);
    if (!keep) return;
    if (const document::DrawnPtr old = editorStroke != 0 ? context.index.find(editorStroke) : nullptr) {
        document::Drawn changed = *old;
        changed.stroke.text = text.toStdString();
        if (text.isEmpty()) {
            context.drawing.eraseStrokes({editorStroke}, SheetWords::tr("Erase %1").arg(brushName(old->stroke.brush)));
        } else {
            context.drawing.replaceStrokes({std::make_shared<const document::Drawn>(std::move(changed))},
                                           SheetWords::tr("Write \"%1\"").arg(text));
        }
        return;
    }
    const document::Layer* layer = context.drawing.document().layer(context.toolbox.state().layer);
    if (!layer) layer = &context.drawing.settings().layers.back();
    if (text.isEmpty()) return;
    if (layer->locked || !layer->shown) {
        context.notice(SheetWords::tr("This layer is locked or hidden."));
        return;
    }
    sketch::Stroke stroke;
    stroke.brush = "label";
    stroke.width = context.toolbox.state().width;
    stroke.text = text.toStdString();
    stroke.points = editorPath;
    context.drawing.addStroke(std::move(stroke), layer->id, SheetWords::tr("Write \"%1\"").arg(text));
}

}  // namespace sketchwalk::ui
