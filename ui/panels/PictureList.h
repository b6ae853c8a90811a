// Cards, a picture over a name, in rows that wrap; as tall as all of them, so that the page scrolls and not the list.
// A click, or Enter, chooses. Window's thread.
#pragma once

#include <QListWidget>

namespace sketchwalk::ui {

class PictureList : public QListWidget {
    Q_OBJECT

  public:
    explicit PictureList(QSize picture, QWidget* parent = nullptr);

    QListWidgetItem* addCard(const QString& title, const QPixmap& picture, const QString& toolTip, const QString& path);
    void setPicture(QListWidgetItem* item, const QPixmap& picture, bool pale = false);  // none: a map's icon
    static QString pathOf(const QListWidgetItem* item) { return item->data(Qt::UserRole).toString(); }
    void fit();  // after cards were added or removed

  Q_SIGNALS:
    void chosen(const QString& path);
    void removeWanted(const QString& path);  // Delete was pressed on it

  protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

  private:
    void paintCard(QListWidgetItem* item);

    QSize m_picture;
};

}  // namespace sketchwalk::ui
