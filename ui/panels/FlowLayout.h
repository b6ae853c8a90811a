// Lays widgets out in rows, as words in a paragraph; a row is as tall as its tallest. Window's thread.
#pragma once

#include <QLayout>
#include <QList>

namespace sketchwalk::ui {

class FlowLayout : public QLayout {
    Q_OBJECT

  public:
    explicit FlowLayout(int gap, QWidget* parent = nullptr);
    ~FlowLayout() override;

    // All as wide as the widest, and wider where a row has room to spare: columns.
    void setColumns(bool columns) { m_columns = columns; }

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect& rect) override;

  private:
    int cellWidth(int width) const;
    int arrange(const QRect& rect, bool move) const;  // the height taken

    QList<QLayoutItem*> m_items;
    int m_gap;
    bool m_columns = false;
};

}  // namespace sketchwalk::ui
