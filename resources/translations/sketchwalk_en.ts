<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>sketchwalk::ui::DiagnosticsPanel</name>
    <message numerus="yes">
        <source>%1 (%n times)</source>
        <translation>
            <numerusform>%1 (%n time)</numerusform>
            <numerusform>%1 (%n times)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::ExportDialog</name>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n file, %1</numerusform>
            <numerusform>%n files, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Export and replace %n file(s)</source>
        <translation>
            <numerusform>&amp;Export and replace %n file</numerusform>
            <numerusform>&amp;Export and replace %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::InkPage</name>
    <message numerus="yes">
        <source>%n drawings are remembered:</source>
        <translation>
            <numerusform>%n drawing is remembered:</numerusform>
            <numerusform>%n drawings are remembered:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::LayersModel</name>
    <message numerus="yes">
        <source>%n things drawn here</source>
        <translation>
            <numerusform>%n thing drawn here</numerusform>
            <numerusform>%n things drawn here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::MapPanel</name>
    <message numerus="yes">
        <source>%n drawn things lie off the map. They are kept, not built, and come back when the map grows.</source>
        <translation>
            <numerusform>%n drawn thing lies off the map. It is kept, not built, and comes back when the map grows.</numerusform>
            <numerusform>%n drawn things lie off the map. They are kept, not built, and come back when the map grows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::StrokeInspector</name>
    <message numerus="yes">
        <source>%n things selected</source>
        <translation>
            <numerusform>%n thing selected</numerusform>
            <numerusform>%n things selected</numerusform>
        </translation>
    </message>
</context>
</TS>
