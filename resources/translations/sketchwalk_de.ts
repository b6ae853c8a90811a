<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New...</source>
        <translation>&amp;Neu ...</translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation>Ö&amp;ffnen ...</translation>
    </message>
    <message>
        <source>&amp;Save as...</source>
        <translation>Speichern &amp;unter ...</translation>
    </message>
    <message>
        <source>Save a &amp;copy...</source>
        <translation>&amp;Kopie speichern ...</translation>
    </message>
    <message>
        <source>&amp;Export the world...</source>
        <translation>Welt &amp;exportieren ...</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Verdoppeln</translation>
    </message>
    <message>
        <source>D&amp;elete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Bring to &amp;front</source>
        <translation>Nach &amp;vorn holen</translation>
    </message>
    <message>
        <source>Send to &amp;back</source>
        <translation>Nach &amp;hinten stellen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>Select &amp;nothing</source>
        <translation>&amp;Nichts auswählen</translation>
    </message>
    <message>
        <source>&amp;Preferences...</source>
        <translation>&amp;Einstellungen ...</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>The whole &amp;paper</source>
        <translation>Das ganze &amp;Blatt</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>&amp;Papier</translation>
    </message>
    <message>
        <source>&amp;World</source>
        <translation>&amp;Welt</translation>
    </message>
    <message>
        <source>&amp;Rulers</source>
        <translation>&amp;Lineale</translation>
    </message>
    <message>
        <source>Choose a &amp;brush</source>
        <translation>P&amp;insel wählen</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Turn about</source>
        <translation>Um sie &amp;drehen</translation>
    </message>
    <message>
        <source>&amp;Fly</source>
        <translation>&amp;Fliegen</translation>
    </message>
    <message>
        <source>From &amp;above</source>
        <translation>Von &amp;oben</translation>
    </message>
    <message>
        <source>The &amp;whole world</source>
        <translation>Die &amp;ganze Welt</translation>
    </message>
    <message>
        <source>&amp;Stand in it</source>
        <translation>&amp;In ihr stehen</translation>
    </message>
    <message>
        <source>Look at what is s&amp;elected</source>
        <translation>&amp;Ausgewähltes ansehen</translation>
    </message>
    <message>
        <source>&amp;Mini map</source>
        <translation>&amp;Minikarte</translation>
    </message>
    <message>
        <source>St&amp;op building</source>
        <translation>Bauen an&amp;halten</translation>
    </message>
    <message>
        <source>Find a &amp;command...</source>
        <translation>Befehl &amp;suchen ...</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;Tour of the window</source>
        <translation>&amp;Rundgang durch das Fenster</translation>
    </message>
    <message>
        <source>&amp;About Sketchwalk</source>
        <translation>Ü&amp;ber Sketchwalk</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Wa&amp;lk in it</source>
        <translation>&amp;Hineingehen</translation>
    </message>
    <message>
        <source>Walk from &amp;here</source>
        <translation>Von &amp;hier gehen</translation>
    </message>
    <message>
        <source>Walk&amp;ing...</source>
        <translation>&amp;Gehen ...</translation>
    </message>
    <message>
        <source>&amp;Draw in it</source>
        <translation>&amp;Darin zeichnen</translation>
    </message>
    <message>
        <source>Turn to the &amp;left</source>
        <translation>Nach &amp;links drehen</translation>
    </message>
    <message>
        <source>Turn to the &amp;right</source>
        <translation>Nach &amp;rechts drehen</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Größer</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;Kleiner</translation>
    </message>
    <message>
        <source>&amp;Becomes what the brush draws</source>
        <translation>Wird, &amp;was der Pinsel zeichnet</translation>
    </message>
    <message>
        <source>&amp;Remove from the world</source>
        <translation>Aus der Welt &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Put back as drawn</source>
        <translation>&amp;Zurück, wie gezeichnet</translation>
    </message>
    <message>
        <source>&amp;Thing</source>
        <translation>D&amp;ing</translation>
    </message>
    <message>
        <source>Ink as it was &amp;read</source>
        <translation>Was Tinte z&amp;eigt</translation>
    </message>
    <message>
        <source>&amp;What is this ink?</source>
        <translation>&amp;Was ist diese Tinte?</translation>
    </message>
    <message>
        <source>Play rou&amp;tes</source>
        <translation>We&amp;ge abspielen</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>ash</source>
        <translation>Asche</translation>
    </message>
    <message>
        <source>aurora</source>
        <translation>Polarlicht</translation>
    </message>
    <message>
        <source>barn</source>
        <translation>Scheune</translation>
    </message>
    <message>
        <source>basin</source>
        <translation>Becken</translation>
    </message>
    <message>
        <source>bench</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>boat</source>
        <translation>Boot</translation>
    </message>
    <message>
        <source>boulder</source>
        <translation>Felsblock</translation>
    </message>
    <message>
        <source>bridge</source>
        <translation>Brücke</translation>
    </message>
    <message>
        <source>bush</source>
        <translation>Busch</translation>
    </message>
    <message>
        <source>cabin</source>
        <translation>Hütte</translation>
    </message>
    <message>
        <source>cactus</source>
        <translation>Kaktus</translation>
    </message>
    <message>
        <source>campfire</source>
        <translation>Lagerfeuer</translation>
    </message>
    <message>
        <source>castle</source>
        <translation>Burg</translation>
    </message>
    <message>
        <source>cave</source>
        <translation>Höhle</translation>
    </message>
    <message>
        <source>church</source>
        <translation>Kirche</translation>
    </message>
    <message>
        <source>cliff</source>
        <translation>Klippe</translation>
    </message>
    <message>
        <source>clouds</source>
        <translation>Wolken</translation>
    </message>
    <message>
        <source>crops</source>
        <translation>Getreide</translation>
    </message>
    <message>
        <source>dead tree</source>
        <translation>toter Baum</translation>
    </message>
    <message>
        <source>dirt</source>
        <translation>Erde</translation>
    </message>
    <message>
        <source>dock</source>
        <translation>Steg</translation>
    </message>
    <message>
        <source>fence</source>
        <translation>Zaun</translation>
    </message>
    <message>
        <source>field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>flowers</source>
        <translation>Blumen</translation>
    </message>
    <message>
        <source>fog</source>
        <translation>Nebel</translation>
    </message>
    <message>
        <source>forest</source>
        <translation>Wald</translation>
    </message>
    <message>
        <source>garden</source>
        <translation>Garten</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>Tor</translation>
    </message>
    <message>
        <source>goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>grass</source>
        <translation>Gras</translation>
    </message>
    <message>
        <source>gravel</source>
        <translation>Kies</translation>
    </message>
    <message>
        <source>hill</source>
        <translation>Hügel</translation>
    </message>
    <message>
        <source>house</source>
        <translation>Haus</translation>
    </message>
    <message>
        <source>ice</source>
        <translation>Eis</translation>
    </message>
    <message>
        <source>ink</source>
        <translation>Tinte</translation>
    </message>
    <message>
        <source>island</source>
        <translation>Insel</translation>
    </message>
    <message>
        <source>jungle</source>
        <translation>Dschungel</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>lake</source>
        <translation>See</translation>
    </message>
    <message>
        <source>lantern</source>
        <translation>Laterne</translation>
    </message>
    <message>
        <source>lava</source>
        <translation>Lava</translation>
    </message>
    <message>
        <source>lighthouse</source>
        <translation>Leuchtturm</translation>
    </message>
    <message>
        <source>log</source>
        <translation>Baumstamm</translation>
    </message>
    <message>
        <source>market stall</source>
        <translation>Marktstand</translation>
    </message>
    <message>
        <source>moon</source>
        <translation>Mond</translation>
    </message>
    <message>
        <source>mountain</source>
        <translation>Berg</translation>
    </message>
    <message>
        <source>mud</source>
        <translation>Schlamm</translation>
    </message>
    <message>
        <source>mushroom</source>
        <translation>Pilz</translation>
    </message>
    <message>
        <source>palm</source>
        <translation>Palme</translation>
    </message>
    <message>
        <source>path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>paving</source>
        <translation>Pflaster</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>Gipfel</translation>
    </message>
    <message>
        <source>pine</source>
        <translation>Kiefer</translation>
    </message>
    <message>
        <source>plateau</source>
        <translation>Hochebene</translation>
    </message>
    <message>
        <source>playground</source>
        <translation>Spielplatz</translation>
    </message>
    <message>
        <source>pyramid</source>
        <translation>Pyramide</translation>
    </message>
    <message>
        <source>rain</source>
        <translation>Regen</translation>
    </message>
    <message>
        <source>rainbow</source>
        <translation>Regenbogen</translation>
    </message>
    <message>
        <source>reeds</source>
        <translation>Schilf</translation>
    </message>
    <message>
        <source>ridge</source>
        <translation>Grat</translation>
    </message>
    <message>
        <source>river</source>
        <translation>Fluss</translation>
    </message>
    <message>
        <source>road</source>
        <translation>Straße</translation>
    </message>
    <message>
        <source>rock</source>
        <translation>Fels</translation>
    </message>
    <message>
        <source>route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>ruin</source>
        <translation>Ruine</translation>
    </message>
    <message>
        <source>sand</source>
        <translation>Sand</translation>
    </message>
    <message>
        <source>sea</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>Schild</translation>
    </message>
    <message>
        <source>sky</source>
        <translation>Himmel</translation>
    </message>
    <message>
        <source>snow</source>
        <translation>Schnee</translation>
    </message>
    <message>
        <source>snowfall</source>
        <translation>Schneefall</translation>
    </message>
    <message>
        <source>spawn</source>
        <translation>Startpunkt</translation>
    </message>
    <message>
        <source>stars</source>
        <translation>Sterne</translation>
    </message>
    <message>
        <source>statue</source>
        <translation>Statue</translation>
    </message>
    <message>
        <source>stones</source>
        <translation>Steine</translation>
    </message>
    <message>
        <source>storm</source>
        <translation>Sturm</translation>
    </message>
    <message>
        <source>sun</source>
        <translation>Sonne</translation>
    </message>
    <message>
        <source>swamp</source>
        <translation>Sumpf</translation>
    </message>
    <message>
        <source>tall grass</source>
        <translation>hohes Gras</translation>
    </message>
    <message>
        <source>temple</source>
        <translation>Tempel</translation>
    </message>
    <message>
        <source>tent</source>
        <translation>Zelt</translation>
    </message>
    <message>
        <source>tower</source>
        <translation>Turm</translation>
    </message>
    <message>
        <source>tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>umbrella</source>
        <translation>Sonnenschirm</translation>
    </message>
    <message>
        <source>valley</source>
        <translation>Tal</translation>
    </message>
    <message>
        <source>vine</source>
        <translation>Ranke</translation>
    </message>
    <message>
        <source>volcano</source>
        <translation>Vulkan</translation>
    </message>
    <message>
        <source>wall</source>
        <translation>Mauer</translation>
    </message>
    <message>
        <source>waterfall</source>
        <translation>Wasserfall</translation>
    </message>
    <message>
        <source>watermill</source>
        <translation>Wassermühle</translation>
    </message>
    <message>
        <source>well</source>
        <translation>Brunnen</translation>
    </message>
    <message>
        <source>windmill</source>
        <translation>Windmühle</translation>
    </message>
    <message>
        <source>flatten</source>
        <translation>ebnen</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>senken</translation>
    </message>
    <message>
        <source>raise</source>
        <translation>heben</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>glätten</translation>
    </message>
    <message>
        <source>terracing</source>
        <translation>Terrassen</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>cart</source>
        <translation>Karren</translation>
    </message>
    <message>
        <source>cow</source>
        <translation>Kuh</translation>
    </message>
    <message>
        <source>dog</source>
        <translation>Hund</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Mensch</translation>
    </message>
    <message>
        <source>sheep</source>
        <translation>Schaf</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>Sperre</translation>
    </message>
</context>
<context>
    <name>Climate</name>
    <message>
        <source>autumn</source>
        <translation>Herbst</translation>
    </message>
    <message>
        <source>countryside</source>
        <translation>ländlich</translation>
    </message>
    <message>
        <source>desert</source>
        <translation>Wüste</translation>
    </message>
    <message>
        <source>jungle</source>
        <translation>Dschungel</translation>
    </message>
    <message>
        <source>snow</source>
        <translation>Schnee</translation>
    </message>
    <message>
        <source>spring</source>
        <translation>Frühling</translation>
    </message>
    <message>
        <source>summer</source>
        <translation>Sommer</translation>
    </message>
    <message>
        <source>swamp</source>
        <translation>Sumpf</translation>
    </message>
    <message>
        <source>temperate</source>
        <translation>gemäßigt</translation>
    </message>
    <message>
        <source>tropical</source>
        <translation>tropisch</translation>
    </message>
    <message>
        <source>tundra</source>
        <translation>Tundra</translation>
    </message>
    <message>
        <source>urban</source>
        <translation>städtisch</translation>
    </message>
    <message>
        <source>volcanic</source>
        <translation>vulkanisch</translation>
    </message>
    <message>
        <source>winter</source>
        <translation>Winter</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source>%1, 64 to 8192 metres. What is drawn stays where it is</source>
        <translation>%1, 64 bis 8192 Meter. Gezeichnetes bleibt, wo es ist</translation>
    </message>
    <message>
        <source>%1 m²</source>
        <translation>%1 m²</translation>
    </message>
    <message>
        <source>%1 m long</source>
        <translation>%1 m lang</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>&quot;%1&quot; cannot stand on the ground; it is kept as the mood of the sky.</source>
        <translation>„%1“ kann nicht auf dem Boden stehen; es bestimmt die Stimmung des Himmels.</translation>
    </message>
    <message>
        <source>This ink stays a drawing; name its brush to make it part of the world.</source>
        <translation>Diese Tinte bleibt Zeichnung; ein benannter Pinsel macht sie zum Teil der Welt.</translation>
    </message>
    <message>
        <source>No brush is known by the name &quot;%1&quot;; the stroke is left out.</source>
        <translation>Kein Pinsel ist unter dem Namen „%1“ bekannt; der Strich ist weggelassen.</translation>
    </message>
    <message>
        <source>No thing is known by the name &quot;%1&quot;; the %2 stays.</source>
        <translation>Unter dem Namen „%1“ ist nichts bekannt; es bleibt dabei: %2.</translation>
    </message>
    <message>
        <source>Nobody can stand where the spawn was drawn; it moved %1 m.</source>
        <translation>Wo der Start gezeichnet ist, kann niemand stehen; er ist um %1 m verschoben.</translation>
    </message>
    <message>
        <source>Some points of &quot;%1&quot; are no numbers; they are left out.</source>
        <translation>Einige Punkte von „%1“ sind keine Zahlen; sie sind weggelassen.</translation>
    </message>
    <message>
        <source>The %1 crosses water; a bridge was added.</source>
        <translation>Hier quert etwas (%1) Wasser; eine Brücke ist dazugekommen.</translation>
    </message>
    <message>
        <source>The %1 runs along in the water for a while; it is left out there.</source>
        <translation>Hier verläuft etwas (%1) ein Stück im Wasser; dort ist es weggelassen.</translation>
    </message>
    <message>
        <source>The %1 runs into water and ends at the shore.</source>
        <translation>Hier führt etwas (%1) ins Wasser und endet am Ufer.</translation>
    </message>
    <message>
        <source>The bridge crosses no drawn water; it stands as drawn.</source>
        <translation>Die Brücke führt über kein gezeichnetes Wasser; sie steht, wie sie gezeichnet ist.</translation>
    </message>
    <message>
        <source>The bridge does not reach the far shore; it ends where it was drawn.</source>
        <translation>Die Brücke erreicht das andere Ufer nicht; sie endet, wo sie gezeichnet ist.</translation>
    </message>
    <message>
        <source>The outline of &quot;%1&quot; crosses itself; what it encloses once counts.</source>
        <translation>Der Umriss von „%1“ kreuzt sich selbst; es zählt, was er einmal umschließt.</translation>
    </message>
    <message>
        <source>The stroke &quot;%1&quot; has no usable point; it is left out.</source>
        <translation>Der Strich „%1“ hat keinen brauchbaren Punkt; er ist weggelassen.</translation>
    </message>
    <message>
        <source>The stroke &quot;%1&quot; lies off the map; it is left out.</source>
        <translation>Der Strich „%1“ liegt außerhalb der Karte; er ist weggelassen.</translation>
    </message>
    <message>
        <source>There is no dry, level place to start from; the spawn is in the middle of the map.</source>
        <translation>Es gibt keinen trockenen, ebenen Platz für den Start; er liegt in der Mitte der Karte.</translation>
    </message>
    <message>
        <source>There is no free ground near this %1; it stands on the way.</source>
        <translation>In der Nähe ist kein freier Boden (%1); es steht auf dem Weg.</translation>
    </message>
    <message>
        <source>There is no ground for this %1 where it was drawn; it is left out.</source>
        <translation>Wo dies gezeichnet ist (%1), gibt es keinen Boden dafür; es ist weggelassen.</translation>
    </message>
    <message>
        <source>There is no recipe for &quot;%1&quot;, so it was left out.</source>
        <translation>Für „%1“ gibt es kein Rezept, darum ist es weggelassen.</translation>
    </message>
    <message>
        <source>There is no water near this %1; it lies on land.</source>
        <translation>In der Nähe ist kein Wasser (%1); es liegt an Land.</translation>
    </message>
    <message>
        <source>There is no water near this %1; it stands where it was drawn.</source>
        <translation>In der Nähe ist kein Wasser (%1); es steht, wo es gezeichnet ist.</translation>
    </message>
    <message>
        <source>This %1 was drawn in open water; a small island carries it.</source>
        <translation>Dies (%1) ist im offenen Wasser gezeichnet; eine kleine Insel trägt es.</translation>
    </message>
    <message>
        <source>This %1 was drawn under something else and overlaps it.</source>
        <translation>Dies (%1) liegt gezeichnet unter etwas anderem und überschneidet sich damit.</translation>
    </message>
    <message>
        <source>What was changed by hand here, a %1, is no longer drawn. The change is kept, and holds again when it returns.</source>
        <translation>Was hier von Hand geändert wurde (%1), ist nicht mehr gezeichnet. Die Änderung bleibt erhalten und gilt wieder, sobald es zurückkehrt.</translation>
    </message>
    <message>
        <source>No part of this route leads anywhere for its %1, which is left out.</source>
        <translation>Kein Teil dieses Weges ist gangbar (%1); wer ihn gehen sollte, ist weggelassen.</translation>
    </message>
    <message>
        <source>Nobody is known by the words &quot;%1&quot; who would go along a route.</source>
        <translation>Unter „%1“ ist niemand bekannt, der einen Weg entlanggeht.</translation>
    </message>
    <message>
        <source>Not all of this route can be reached by its %1; it goes as far as there is a way.</source>
        <translation>Nicht alles an diesem Weg ist erreichbar (%1); es geht so weit, wie ein Weg führt.</translation>
    </message>
    <message>
        <source>Nobody knows for sure what this ink shows (%1, %2?); it stays ink.</source>
        <translation>Was diese Tinte zeigt, ist nicht sicher (%1, %2?); sie bleibt Tinte.</translation>
    </message>
    <message>
        <source>This ink is read as %1 (%2).</source>
        <translation>Diese Tinte wird so gelesen: %1 (%2).</translation>
    </message>
    <message>
        <source>This ink looks like writing and stays ink.</source>
        <translation>Diese Tinte sieht nach Schrift aus und bleibt Tinte.</translation>
    </message>
    <message>
        <source>Nothing is called %1; this ink stays ink.</source>
        <translation>Nichts heißt %1; diese Tinte bleibt Tinte.</translation>
    </message>
    <message>
        <source>This ink is %1, as you said.</source>
        <translation>Diese Tinte ist %1, wie Sie sagten.</translation>
    </message>
    <message>
        <source>A %1 that is no longer drawn stays in this locked region. It goes when the lock is erased.</source>
        <translation>Was nicht mehr gezeichnet ist (%1), bleibt in diesem gesperrten Gebiet stehen. Es verschwindet, wenn die Sperre gelöscht wird.</translation>
    </message>
    <message>
        <source>A lock is drawn around a region; this one is left out.</source>
        <translation>Eine Sperre wird um ein Gebiet gezogen; diese hier ist weggelassen.</translation>
    </message>
    <message>
        <source>This lies in a locked region, where everything stays as it is. It is kept, and shows when the lock is erased.</source>
        <translation>Dies liegt in einem gesperrten Gebiet, in dem alles bleibt, wie es ist. Es bleibt erhalten und erscheint, wenn die Sperre gelöscht wird.</translation>
    </message>
    <message>
        <source>This lock holds nothing yet: draw it in the window, where the world is seen.</source>
        <translation>Diese Sperre hält noch nichts fest: Ziehe sie im Fenster, wo die Welt zu sehen ist.</translation>
    </message>
    <message>
        <source>What was changed by hand here lies in a locked region, where everything stays as it is. The change is kept, and holds when the lock is erased.</source>
        <translation>Was hier von Hand geändert wurde, liegt in einem gesperrten Gebiet, in dem alles bleibt, wie es ist. Die Änderung bleibt erhalten und gilt, wenn die Sperre gelöscht wird.</translation>
    </message>
    <message>
        <source>%1 may not be written.</source>
        <translation>%1 darf nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1: a newer Sketchwalk made this drawing (its form is version %2, this program knows up to version %3). Install the newer one to open it; the file is untouched.</source>
        <translation>%1: Diese Zeichnung stammt von einem neueren Sketchwalk (ihre Form ist Version %2, dieses Programm kennt bis Version %3). Installieren Sie das neuere, um sie zu öffnen; die Datei ist unverändert.</translation>
    </message>
    <message>
        <source>%1: it is no Sketchwalk drawing.</source>
        <translation>%1: Das ist keine Sketchwalk-Zeichnung.</translation>
    </message>
    <message>
        <source>%1: it is open in another window. Go on there, or close it there first.</source>
        <translation>%1: Sie ist in einem anderen Fenster offen. Zeichnen Sie dort weiter, oder schließen Sie sie dort zuerst.</translation>
    </message>
    <message>
        <source>%1: it is open in another window; close it there first.</source>
        <translation>%1: Sie ist in einem anderen Fenster offen; schließen Sie sie dort zuerst.</translation>
    </message>
    <message>
        <source>%1: the copy that is made before an older drawing is brought up to date cannot be written: %2.</source>
        <translation>%1: Die Kopie, die gemacht wird, bevor eine ältere Zeichnung auf den neuen Stand kommt, kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>%1: the drawing is damaged and cannot be read.</source>
        <translation>%1: Die Zeichnung ist beschädigt und kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1: there is no such file.</source>
        <translation>%1: Es gibt keine solche Datei.</translation>
    </message>
    <message>
        <source>%1: there is such a file already.</source>
        <translation>%1: Es gibt schon eine solche Datei.</translation>
    </message>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Cannot write %1: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Damaged strokes that could not be read: %1.</source>
        <translation>Beschädigte Striche, die nicht gelesen werden konnten: %1.</translation>
    </message>
    <message>
        <source>The drawing cannot be saved as %1: %2.</source>
        <translation>Die Zeichnung kann nicht als %1 gespeichert werden: %2.</translation>
    </message>
    <message>
        <source>The drawing was brought up to date; as it was, it is %1.</source>
        <translation>Die Zeichnung wurde auf den neuen Stand gebracht; wie sie war, heißt sie %1.</translation>
    </message>
    <message>
        <source>The drawing&apos;s history is damaged after step %1; what was drawn up to there is here.</source>
        <translation>Der Verlauf der Zeichnung ist nach Schritt %1 beschädigt; was bis dahin gezeichnet wurde, ist da.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made: %2.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden: %2.</translation>
    </message>
    <message>
        <source>a part of the path is a file, not a folder</source>
        <translation>ein Teil des Pfades ist eine Datei, kein Ordner</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation>ein anderes Programm benutzt es</translation>
    </message>
    <message>
        <source>it cannot be opened; is the folder there, and may it be read and written?</source>
        <translation>sie lässt sich nicht öffnen; gibt es den Ordner, und darf er gelesen und geschrieben werden?</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>sie ist beschädigt</translation>
    </message>
    <message>
        <source>it is no Sketchwalk drawing</source>
        <translation>es ist keine Sketchwalk-Zeichnung</translation>
    </message>
    <message>
        <source>it may not be written</source>
        <translation>sie darf nicht geschrieben werden</translation>
    </message>
    <message>
        <source>it would be larger than allowed there</source>
        <translation>sie würde größer, als dort erlaubt ist</translation>
    </message>
    <message>
        <source>its links lead in a circle</source>
        <translation>die Verknüpfungen führen im Kreis</translation>
    </message>
    <message>
        <source>the disk does not answer as it should</source>
        <translation>der Datenträger antwortet nicht, wie er soll</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>the disk is full; make room, and the drawing is saved then</source>
        <translation>der Datenträger ist voll; schaffen Sie Platz, dann wird die Zeichnung gespeichert</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>der Datenträger ist schreibgeschützt</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <translation>der Datenträger meldet einen Fehler</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>der Name ist zu lang</translation>
    </message>
    <message>
        <source>there is no permission for it</source>
        <translation>dafür fehlt die Erlaubnis</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>es gibt keine solche Datei</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>zu viele Dateien sind offen</translation>
    </message>
</context>
<context>
    <name>SheetWords</name>
    <message>
        <source>The layer &quot;%1&quot; is locked.</source>
        <translation>Die Ebene „%1“ ist gesperrt.</translation>
    </message>
    <message>
        <source>The layer &quot;%1&quot; is hidden.</source>
        <translation>Die Ebene „%1“ ist ausgeblendet.</translation>
    </message>
    <message>
        <source>Draw a line or go round an area with this brush.</source>
        <translation>Ziehe mit diesem Pinsel eine Linie oder umfahre eine Fläche.</translation>
    </message>
    <message>
        <source>Place %1</source>
        <translation>%1 setzen</translation>
    </message>
    <message>
        <source>Draw %1</source>
        <translation>%1 zeichnen</translation>
    </message>
    <message>
        <source>Erase %1</source>
        <translation>%1 radieren</translation>
    </message>
    <message>
        <source>Erase part of %1</source>
        <translation>Teil von %1 radieren</translation>
    </message>
    <message>
        <source>Scale %1</source>
        <translation>%1 skalieren</translation>
    </message>
    <message>
        <source>Turn %1</source>
        <translation>%1 drehen</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>There is no picture under the paper yet.</source>
        <translation>Unter dem Blatt liegt noch kein Bild.</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Bring %1 to front</source>
        <translation>%1 nach vorn holen</translation>
    </message>
    <message>
        <source>Send %1 to back</source>
        <translation>%1 nach hinten stellen</translation>
    </message>
    <message>
        <source>Write &quot;%1&quot;</source>
        <translation>„%1“ schreiben</translation>
    </message>
    <message>
        <source>This layer is locked or hidden.</source>
        <translation>Diese Ebene ist gesperrt oder ausgeblendet.</translation>
    </message>
    <message>
        <source>%1 strokes</source>
        <translation>%1 Striche</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>%1?</translation>
    </message>
    <message>
        <source>?</source>
        <translation>?</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Castle siege</source>
        <translation>Belagerte Burg</translation>
    </message>
    <message>
        <source>Coast</source>
        <translation>Küste</translation>
    </message>
    <message>
        <source>Desert</source>
        <translation>Wüste</translation>
    </message>
    <message>
        <source>Island</source>
        <translation>Insel</translation>
    </message>
    <message>
        <source>Mountain pass</source>
        <translation>Gebirgspass</translation>
    </message>
    <message>
        <source>River valley</source>
        <translation>Flusstal</translation>
    </message>
    <message>
        <source>Swamp</source>
        <translation>Sumpf</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Dorf</translation>
    </message>
    <message>
        <source>Volcano</source>
        <translation>Vulkan</translation>
    </message>
    <message>
        <source>Winter village</source>
        <translation>Winterdorf</translation>
    </message>
</context>
<context>
    <name>Viewport</name>
    <message>
        <source>The 3D view needs a screen with OpenGL; this one (%1) has none.</source>
        <translation>Die 3D-Ansicht braucht einen Bildschirm mit OpenGL; dieser (%1) hat keins.</translation>
    </message>
    <message>
        <source>The 3D view could not start OpenGL. Update the graphics driver, or install Mesa&apos;s software driver (package libgl1-mesa-dri).</source>
        <translation>Die 3D-Ansicht konnte OpenGL nicht starten. Aktualisiere den Grafiktreiber oder installiere den Software-Treiber von Mesa (Paket libgl1-mesa-dri).</translation>
    </message>
    <message>
        <source>The 3D view needs OpenGL 3.3; %1 offers %2.%3.</source>
        <translation>Die 3D-Ansicht braucht OpenGL 3.3; %1 bietet %2.%3.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1, several</source>
        <translation>%1, mehrere</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>“%1” is in the sky: write it in the map&apos;s words instead.</source>
        <translation>„%1“ gehört zum Himmel: Schreibe es in die Worte der Karte.</translation>
    </message>
    <message>
        <source>“%1” is not known. Try a simpler word.</source>
        <translation>„%1“ ist unbekannt. Versuche ein einfacheres Wort.</translation>
    </message>
    <message>
        <source>“%1” is no ground. Try grass, sand or snow.</source>
        <translation>„%1“ ist kein Boden. Versuche grass, sand oder snow.</translation>
    </message>
    <message>
        <source>“%1” is drawn as %2.</source>
        <translation>„%1“ wird als %2 gezeichnet.</translation>
    </message>
</context>
<context>
    <name>sketchwalk::render::MiniMap</name>
    <message>
        <source>The map from above. Click to look there.</source>
        <translation>Die Karte von oben. Ein Klick blickt dorthin.</translation>
    </message>
    <message>
        <source>Mini map</source>
        <translation>Minikarte</translation>
    </message>
</context>
<context>
    <name>sketchwalk::render::Viewport</name>
    <message>
        <source>3D view</source>
        <translation>3D-Ansicht</translation>
    </message>
    <message>
        <source>The 3D view lacks its shaders. %1 Install the program again.</source>
        <translation>Der 3D-Ansicht fehlen ihre Shader. %1 Installiere das Programm noch einmal.</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::BrushPalette</name>
    <message>
        <source>Brushes</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Brushes used last</source>
        <translation>Zuletzt benutzte Pinsel</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Stift</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>Wasser</translation>
    </message>
    <message>
        <source>Relief</source>
        <translation>Relief</translation>
    </message>
    <message>
        <source>Surfaces</source>
        <translation>Böden</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>Gebäude</translation>
    </message>
    <message>
        <source>Structures</source>
        <translation>Bauten</translation>
    </message>
    <message>
        <source>Plants</source>
        <translation>Pflanzen</translation>
    </message>
    <message>
        <source>Props</source>
        <translation>Dinge</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Spiel</translation>
    </message>
    <message>
        <source>Find, or say it: pine forest</source>
        <translation>Suchen oder nennen: pine forest</translation>
    </message>
    <message>
        <source>Find a brush</source>
        <translation>Pinsel suchen</translation>
    </message>
    <message>
        <source>Type what you want to draw, in your own words; Enter takes the first that fits</source>
        <translation>Schreibe auf Englisch, was du zeichnen willst; Enter nimmt das erste, das passt</translation>
    </message>
    <message>
        <source>Names under the icons</source>
        <translation>Namen unter den Symbolen</translation>
    </message>
    <message>
        <source>%1 (also: %2)</source>
        <translation>%1 (auch: %2)</translation>
    </message>
    <message>
        <source>Draw “%1”</source>
        <translation>„%1“ zeichnen</translation>
    </message>
    <message>
        <source>Draw what is written above</source>
        <translation>Zeichnen, was oben geschrieben steht</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::CommandSearch</name>
    <message>
        <source>Nothing is called that.</source>
        <translation>So heißt nichts.</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>What you want to do</source>
        <translation>Was du tun willst</translation>
    </message>
    <message>
        <source>A few letters; arrows choose, Enter does it, Esc leaves</source>
        <translation>Ein paar Buchstaben; Pfeile wählen, Enter führt aus, Esc verlässt</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchtest du tun?</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Gefundene Befehle</translation>
    </message>
    <message>
        <source>A click does it</source>
        <translation>Ein Klick führt es aus</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::CrashNote</name>
    <message>
        <source>What happened last time</source>
        <translation>Was letztes Mal geschah</translation>
    </message>
    <message>
        <source>Sketchwalk ended unexpectedly. Nothing drawn is lost; a report lies in %1</source>
        <translation>Sketchwalk wurde unerwartet beendet. Nichts Gezeichnetes ist verloren; ein Bericht liegt in %1</translation>
    </message>
    <message>
        <source>Opens its folder. The report stays on this machine.</source>
        <translation>Öffnet seinen Ordner. Der Bericht bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Close this note</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::DiagnosticsPanel</name>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Nothing to report</source>
        <translation>Nichts zu berichten</translation>
    </message>
    <message>
        <source>What was odd about the map</source>
        <translation>Was an der Karte seltsam war</translation>
    </message>
    <message>
        <source>Enter, or a click, shows what it is about</source>
        <translation>Enter oder ein Klick zeigt, worum es geht</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n times)</source>
        <translation>
            <numerusform>%1 (%n-mal)</numerusform>
            <numerusform>%1 (%n-mal)</numerusform>
        </translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message>
        <source>Enter, or a click, selects the stroke</source>
        <translation>Enter oder ein Klick wählt den Strich aus</translation>
    </message>
    <message>
        <source>Enter, or a click, selects one stroke after the other</source>
        <translation>Enter oder ein Klick wählt einen Strich nach dem anderen aus</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>One warning</source>
        <translation>Eine Warnung</translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>one note</source>
        <translation>ein Hinweis</translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::DrawingFiles</name>
    <message>
        <source>You draw on a copy of your own, which is kept; save it under a name when you like.</source>
        <translation>Du zeichnest auf einer eigenen Kopie, die aufgehoben wird; gib ihr einen Namen, wann du magst.</translation>
    </message>
    <message>
        <source>The map could not be opened (%1).</source>
        <translation>Die Karte konnte nicht geöffnet werden (%1).</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::ExportDialog</name>
    <message>
        <source>Any program that reads glTF</source>
        <translation>Jedes Programm, das glTF liest</translation>
    </message>
    <message>
        <source>The web (compact)</source>
        <translation>Das Web (kompakt)</translation>
    </message>
    <message>
        <source>The export failed (%1).</source>
        <translation>Der Export ist gescheitert (%1).</translation>
    </message>
    <message>
        <source>Export the world</source>
        <translation>Welt exportieren</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>&amp;Engine</translation>
    </message>
    <message>
        <source>&amp;Choose...</source>
        <translation>&amp;Wählen ...</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>Folder for the world</source>
        <translation>Ordner für die Welt</translation>
    </message>
    <message>
        <source>&amp;Heights, surfaces and a preview picture beside the scene</source>
        <translation>&amp;Höhen, Böden und ein Vorschaubild neben der Szene</translation>
    </message>
    <message>
        <source>Where one can &amp;walk, as a navigation mesh</source>
        <translation>Wo man &amp;gehen kann, als Navigationsnetz</translation>
    </message>
    <message>
        <source>A solid for &amp;3D printing</source>
        <translation>Ein Körper für den &amp;3D-Druck</translation>
    </message>
    <message>
        <source>Files that will be written</source>
        <translation>Dateien, die geschrieben werden</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>O&amp;pen the folder</source>
        <translation>Ordner ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>For %1.</source>
        <translation>Für %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n Datei, %1</numerusform>
            <numerusform>%n Dateien, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a folder first.</source>
        <translation>Wähle zuerst einen Ordner.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Choose another one.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden. Wähle einen anderen.</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Geschrieben nach %1.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Export and replace %n file(s)</source>
        <translation>
            <numerusform>&amp;Exportieren und %n Datei ersetzen</numerusform>
            <numerusform>&amp;Exportieren und %n Dateien ersetzen</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Nothing was left half-written.</source>
        <translation>Angehalten. Nichts blieb halb geschrieben.</translation>
    </message>
    <message>
        <source>Which program will open the world; the files are made as it likes them</source>
        <translation>Welches Programm die Welt öffnen wird; die Dateien werden so gemacht, wie es sie mag</translation>
    </message>
    <message>
        <source>Where the files will lie; a new folder is made</source>
        <translation>Wo die Dateien liegen werden; ein neuer Ordner wird angelegt</translation>
    </message>
    <message>
        <source>Chooses the folder</source>
        <translation>Wählt den Ordner</translation>
    </message>
    <message>
        <source>What a terrain of the engine&apos;s own is made of</source>
        <translation>Woraus ein Gelände der Engine selbst gemacht wird</translation>
    </message>
    <message>
        <source>For figures that find their own way</source>
        <translation>Für Figuren, die ihren Weg selbst finden</translation>
    </message>
    <message>
        <source>An STL file, closed on all sides</source>
        <translation>Eine STL-Datei, rundum geschlossen</translation>
    </message>
    <message>
        <source>How far the export is</source>
        <translation>Wie weit der Export ist</translation>
    </message>
    <message>
        <source>Shows the files in the file manager</source>
        <translation>Zeigt die Dateien im Dateiverwalter</translation>
    </message>
    <message>
        <source>Leaves; what is being written is stopped</source>
        <translation>Verlässt ihn; was gerade geschrieben wird, wird angehalten</translation>
    </message>
    <message>
        <source>Writes the files listed above</source>
        <translation>Schreibt die oben genannten Dateien</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::HistoryModel</name>
    <message>
        <source>Where it began</source>
        <translation>Wo es begann</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, undone</source>
        <translation>%1, %2, rückgängig</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Steps, oldest first</source>
        <translation>Schritte, älteste zuerst</translation>
    </message>
    <message>
        <source>Choose a step to go back, or forward, to it</source>
        <translation>Wähle einen Schritt, um zu ihm zurück oder vor zu gehen</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::InkCorrections</name>
    <message>
        <source>Read ink again</source>
        <translation>Tinte neu lesen</translation>
    </message>
    <message>
        <source>Leave ink as it is</source>
        <translation>Tinte lassen, wie sie ist</translation>
    </message>
    <message>
        <source>Ink is writing</source>
        <translation>Tinte ist Schrift</translation>
    </message>
    <message>
        <source>Ink is %1</source>
        <translation>Tinte ist %1</translation>
    </message>
    <message>
        <source>This layer is locked or hidden.</source>
        <translation>Diese Ebene ist gesperrt oder ausgeblendet.</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::InkMemory</name>
    <message>
        <source>What was remembered of your drawings cannot be read and was set aside as %1. (%2)</source>
        <translation>Was von Ihren Zeichnungen gemerkt war, ist nicht lesbar und wurde als %1 beiseitegelegt. (%2)</translation>
    </message>
    <message>
        <source>%1 cannot be removed: %2</source>
        <translation>%1 lässt sich nicht entfernen: %2</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::InkPage</name>
    <message>
        <source>&amp;Remember how I draw things</source>
        <translation>Sich &amp;merken, wie ich zeichne</translation>
    </message>
    <message>
        <source>&amp;Forget all of it</source>
        <translation>Alles &amp;vergessen</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>Tinte</translation>
    </message>
    <message>
        <source>When you correct what ink was read as, that drawing is remembered for all others</source>
        <translation>Wenn Sie berichtigen, als was Tinte gelesen wurde, wird diese Zeichnung für alle anderen gemerkt</translation>
    </message>
    <message>
        <source>What you correct is kept in a file on this computer and goes nowhere else. A drawing takes those along that its ink is read with, so that it becomes the same world everywhere.</source>
        <translation>Was Sie berichtigen, liegt in einer Datei auf diesem Rechner und geht nirgendwohin. Eine Zeichnung nimmt mit, womit ihre Tinte gelesen wird, damit überall dieselbe Welt daraus wird.</translation>
    </message>
    <message>
        <source>Drawings that are remembered</source>
        <translation>Zeichnungen, die gemerkt sind</translation>
    </message>
    <message>
        <source>What you corrected, and what it shows</source>
        <translation>Was Sie berichtigt haben, und was es zeigt</translation>
    </message>
    <message>
        <source>The file is removed; drawings stay as they are</source>
        <translation>Die Datei wird entfernt; Zeichnungen bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Nothing is remembered.</source>
        <translation>Nichts ist gemerkt.</translation>
    </message>
    <message numerus="yes">
        <source>%n drawings are remembered:</source>
        <translation>
            <numerusform>%n Zeichnung ist gemerkt:</numerusform>
            <numerusform>%n Zeichnungen sind gemerkt:</numerusform>
        </translation>
    </message>
    <message>
        <source>stays ink</source>
        <translation>bleibt Tinte</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>Schrift</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::InkPicker</name>
    <message>
        <source>What is this?</source>
        <translation>Was ist das?</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>So heißt nichts.</translation>
    </message>
    <message>
        <source>What is this ink? It is read as %1.</source>
        <translation>Was ist diese Tinte? Gelesen wurde sie als %1.</translation>
    </message>
    <message>
        <source>What is this ink?</source>
        <translation>Was ist diese Tinte?</translation>
    </message>
    <message>
        <source>Find what it is</source>
        <translation>Finden, was es ist</translation>
    </message>
    <message>
        <source>A few letters find everything that can be drawn; arrows choose, Enter takes it, Esc leaves</source>
        <translation>Ein paar Buchstaben finden alles, was sich zeichnen lässt; Pfeile wählen, Eingabe nimmt, Esc verlässt</translation>
    </message>
    <message>
        <source>Something else?</source>
        <translation>Etwas anderes?</translation>
    </message>
    <message>
        <source>What it may be</source>
        <translation>Was es sein kann</translation>
    </message>
    <message>
        <source>A tap chooses</source>
        <translation>Ein Tippen wählt</translation>
    </message>
    <message>
        <source>It is writing</source>
        <translation>Es ist Schrift</translation>
    </message>
    <message>
        <source>It stays as it is written, and nothing is built of it</source>
        <translation>Sie bleibt, wie sie dasteht, und nichts wird daraus gebaut</translation>
    </message>
    <message>
        <source>None of these: it stays ink</source>
        <translation>Nichts davon: bleibt Tinte</translation>
    </message>
    <message>
        <source>Nothing is built of it</source>
        <translation>Nichts wird daraus gebaut</translation>
    </message>
    <message>
        <source>Let the program find out</source>
        <translation>Das Programm soll es finden</translation>
    </message>
    <message>
        <source>What you said of it is forgotten</source>
        <translation>Was Sie davon sagten, ist vergessen</translation>
    </message>
    <message>
        <source>%1  ✓</source>
        <translation>%1  ✓</translation>
    </message>
    <message>
        <source>%1, as it is now</source>
        <translation>%1, wie es jetzt ist</translation>
    </message>
    <message>
        <source>%1 % sure</source>
        <translation>zu %1 % sicher</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::KeyBindings</name>
    <message>
        <source>Arrows; with Shift: faster</source>
        <translation>Pfeile; mit Umschalt: schneller</translation>
    </message>
    <message>
        <source>Move the paper</source>
        <translation>Blatt verschieben</translation>
    </message>
    <message>
        <source>Space and drag</source>
        <translation>Leertaste und ziehen</translation>
    </message>
    <message>
        <source>Move the paper with the pen</source>
        <translation>Blatt mit dem Stift verschieben</translation>
    </message>
    <message>
        <source>+, -, 0, 1</source>
        <translation>+, -, 0, 1</translation>
    </message>
    <message>
        <source>Zoom the paper: in, out, all of it, 100 %</source>
        <translation>Blatt zoomen: näher, ferner, ganz, 100 %</translation>
    </message>
    <message>
        <source>Del, Backspace</source>
        <translation>Entf, Rücktaste</translation>
    </message>
    <message>
        <source>Erase what is selected</source>
        <translation>Ausgewähltes radieren</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Leave the stroke, or the selection</source>
        <translation>Strich oder Auswahl verlassen</translation>
    </message>
    <message>
        <source>Alt and arrows; Enter</source>
        <translation>Alt und Pfeile; Enter</translation>
    </message>
    <message>
        <source>Draw without a pen: move a cross; set it down, lift it</source>
        <translation>Ohne Stift zeichnen: Kreuz bewegen; aufsetzen, abheben</translation>
    </message>
    <message>
        <source>Shift while drawing</source>
        <translation>Umschalt beim Zeichnen</translation>
    </message>
    <message>
        <source>A straight line; with Ctrl, in steps of 15 degrees</source>
        <translation>Eine gerade Linie; mit Strg in Schritten von 15 Grad</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::KeysPage</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>Tasten durchsuchen</translation>
    </message>
    <message>
        <source>By what it does, or by a key&apos;s name</source>
        <translation>Nach dem, was sie tun, oder nach dem Namen einer Taste</translation>
    </message>
    <message>
        <source>Search: zoom, Ctrl+D...</source>
        <translation>Suchen: zoomen, Strg+D ...</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>Tasten und was sie tun</translation>
    </message>
    <message>
        <source>Choose a row to change its keys below</source>
        <translation>Wähle eine Zeile, um ihre Tasten unten zu ändern</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tun</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>Press the new keys here</source>
        <translation>Drücke hier die neuen Tasten</translation>
    </message>
    <message>
        <source>&amp;Use them</source>
        <translation>&amp;Nehmen</translation>
    </message>
    <message>
        <source>The chosen row gets the keys pressed at the left</source>
        <translation>Die gewählte Zeile bekommt die links gedrückten Tasten</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Keine</translation>
    </message>
    <message>
        <source>The chosen row has no keys</source>
        <translation>Die gewählte Zeile hat keine Tasten</translation>
    </message>
    <message>
        <source>As &amp;delivered</source>
        <translation>Wie &amp;geliefert</translation>
    </message>
    <message>
        <source>The chosen row gets back its first keys</source>
        <translation>Die gewählte Zeile bekommt ihre ersten Tasten zurück</translation>
    </message>
    <message>
        <source>&amp;All as delivered</source>
        <translation>&amp;Alle wie geliefert</translation>
    </message>
    <message>
        <source>Every row gets back its first keys</source>
        <translation>Jede Zeile bekommt ihre ersten Tasten zurück</translation>
    </message>
    <message>
        <source>On the paper; these keys stay as they are</source>
        <translation>Auf dem Blatt; diese Tasten bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>These are the paper&apos;s own keys; they stay as they are.</source>
        <translation>Das sind die eigenen Tasten des Blattes; sie bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>%1 is taken: “%2” has it, and loses it if you use it here.</source>
        <translation>%1 ist vergeben: „%2“ hat es und verliert es, wenn du es hier nimmst.</translation>
    </message>
    <message>
        <source>%1 belongs to the paper: “%2”. Choose other keys.</source>
        <translation>%1 gehört dem Blatt: „%2“. Wähle andere Tasten.</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::LabelEditor</name>
    <message>
        <source>Words on the map</source>
        <translation>Worte auf der Karte</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::LayersModel</name>
    <message>
        <source>one thing drawn here</source>
        <translation>ein Ding hier gezeichnet</translation>
    </message>
    <message numerus="yes">
        <source>%n things drawn here</source>
        <translation>
            <numerusform>%n Ding hier gezeichnet</numerusform>
            <numerusform>%n Dinge hier gezeichnet</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation>%1, ausgeblendet</translation>
    </message>
    <message>
        <source>%1, locked</source>
        <translation>%1, gesperrt</translation>
    </message>
    <message>
        <source>Rename layer</source>
        <translation>Ebene umbenennen</translation>
    </message>
    <message>
        <source>Show layer</source>
        <translation>Ebene einblenden</translation>
    </message>
    <message>
        <source>Hide layer</source>
        <translation>Ebene ausblenden</translation>
    </message>
    <message>
        <source>Lock layer</source>
        <translation>Ebene sperren</translation>
    </message>
    <message>
        <source>Unlock layer</source>
        <translation>Ebene entsperren</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::LayersPanel</name>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>Layers, topmost first</source>
        <translation>Ebenen, oberste zuerst</translation>
    </message>
    <message>
        <source>Layers, topmost first. F2 renames, Space shows and hides, L locks, Ctrl+Up and Ctrl+Down move</source>
        <translation>Ebenen, oberste zuerst. F2 benennt um, die Leertaste blendet ein und aus, L sperrt, Strg+Auf und Strg+Ab verschieben</translation>
    </message>
    <message>
        <source>&amp;Opacity</source>
        <translation>&amp;Deckkraft</translation>
    </message>
    <message>
        <source>Opacity of the layer</source>
        <translation>Deckkraft der Ebene</translation>
    </message>
    <message>
        <source>How opaque the layer is on the paper; the world shows it whole</source>
        <translation>Wie deckend die Ebene auf dem Blatt ist; die Welt zeigt sie ganz</translation>
    </message>
    <message>
        <source>Opacity of layer</source>
        <translation>Deckkraft der Ebene</translation>
    </message>
    <message>
        <source>Add a layer above this one</source>
        <translation>Eine Ebene über dieser hinzufügen</translation>
    </message>
    <message>
        <source>Rename the layer (F2)</source>
        <translation>Ebene umbenennen (F2)</translation>
    </message>
    <message>
        <source>Move the layer up (Ctrl+Up)</source>
        <translation>Ebene nach oben (Strg+Auf)</translation>
    </message>
    <message>
        <source>Move the layer down (Ctrl+Down)</source>
        <translation>Ebene nach unten (Strg+Ab)</translation>
    </message>
    <message>
        <source>Delete the layer with what is drawn on it (Delete)</source>
        <translation>Ebene mit allem darauf löschen (Entf)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Ebene %1</translation>
    </message>
    <message>
        <source>Add layer</source>
        <translation>Ebene hinzufügen</translation>
    </message>
    <message>
        <source>Delete layer “%1”</source>
        <translation>Ebene „%1“ löschen</translation>
    </message>
    <message>
        <source>Move layer</source>
        <translation>Ebene verschieben</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::LogSlider</name>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::MainWindow</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Brushes</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Tafeln</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <source>Esc: back to %1</source>
        <translation>Esc: zurück zu %1</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>Sketchwalk</source>
        <translation>Sketchwalk</translation>
    </message>
    <message>
        <source>%1 (kept, without a name yet) - Sketchwalk</source>
        <translation>%1 (aufgehoben, noch ohne Namen) - Sketchwalk</translation>
    </message>
    <message>
        <source>%1 - Sketchwalk</source>
        <translation>%1 - Sketchwalk</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>What to draw with</source>
        <translation>Womit man zeichnet</translation>
    </message>
    <message>
        <source>Brushes are things: a river, a forest, a house. Choose one, or write in your own words what it should be.</source>
        <translation>Pinsel sind Dinge: ein Fluss, ein Wald, ein Haus. Wähle eins oder schreibe auf Englisch, was es sein soll.</translation>
    </message>
    <message>
        <source>The paper</source>
        <translation>Das Papier</translation>
    </message>
    <message>
        <source>Draw here, with pen, mouse or finger. Every stroke is kept at once; Undo takes back as many as you like.</source>
        <translation>Hier wird gezeichnet, mit Stift, Maus oder Finger. Jeder Strich ist sofort gespeichert; Rückgängig nimmt so viele zurück, wie du willst.</translation>
    </message>
    <message>
        <source>The world</source>
        <translation>Die Welt</translation>
    </message>
    <message>
        <source>It follows every stroke. Drag to turn about it, and choose the time of day below. A click on a thing selects its stroke.</source>
        <translation>Sie folgt jedem Strich. Ziehen dreht sie, unten wählst du die Tageszeit. Ein Klick auf ein Ding wählt seinen Strich aus.</translation>
    </message>
    <message>
        <source>The map and what is on it</source>
        <translation>Die Karte und was darauf ist</translation>
    </message>
    <message>
        <source>Size, season and climate of the map, what is selected, layers, and the history of every step.</source>
        <translation>Größe, Jahreszeit und Klima der Karte, was ausgewählt ist, Ebenen und der Verlauf jedes Schritts.</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Alles andere</translation>
    </message>
    <message>
        <source>Export writes the world for your engine. Help, Find a command finds all that can be done.</source>
        <translation>Der Export schreibt die Welt für deine Engine. Hilfe, Befehl suchen findet alles, was man tun kann.</translation>
    </message>
    <message>
        <source>Export writes the world for your engine. %1 finds all that can be done.</source>
        <translation>Der Export schreibt die Welt für deine Engine. %1 findet alles, was man tun kann.</translation>
    </message>
    <message>
        <source>Open a map</source>
        <translation>Karte öffnen</translation>
    </message>
    <message>
        <source>Maps (*.sketchwalk *.json *.png *.jpg *.jpeg *.svg *.ndjson);;All files (*)</source>
        <translation>Karten (*.sketchwalk *.json *.png *.jpg *.jpeg *.svg *.ndjson);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation>Zeichnung speichern</translation>
    </message>
    <message>
        <source>Sketchwalk drawings (*.sketchwalk)</source>
        <translation>Sketchwalk-Zeichnungen (*.sketchwalk)</translation>
    </message>
    <message>
        <source>The world is still being built; the export opens when it is there.</source>
        <translation>Die Welt wird noch gebaut; der Export öffnet sich, wenn sie da ist.</translation>
    </message>
    <message>
        <source>&amp;As painted</source>
        <translation>Wie &amp;gemalt</translation>
    </message>
    <message>
        <source>For &amp;deuteranopia</source>
        <translation>Für &amp;Deuteranopie</translation>
    </message>
    <message>
        <source>For &amp;protanopia</source>
        <translation>Für &amp;Protanopie</translation>
    </message>
    <message>
        <source>For &amp;tritanopia</source>
        <translation>Für &amp;Tritanopie</translation>
    </message>
    <message>
        <source>&amp;Colours of the paper</source>
        <translation>&amp;Farben des Papiers</translation>
    </message>
    <message>
        <source>About Sketchwalk</source>
        <translation>Über Sketchwalk</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Sketchwalk %1&lt;/h3&gt;&lt;p&gt;Draw a map, walk in it.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Sketchwalk %1&lt;/h3&gt;&lt;p&gt;Zeichne eine Karte und geh in ihr spazieren.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Tafel</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>There is no world to walk in yet: draw something first.</source>
        <translation>Es gibt noch keine Welt, in der man gehen kann: Zeichne zuerst etwas.</translation>
    </message>
    <message>
        <source>There is no screen to show the world on, so one cannot walk in it.</source>
        <translation>Es gibt keinen Bildschirm, der die Welt zeigt, also kann man nicht in ihr gehen.</translation>
    </message>
    <message>
        <source>The brush draws on the ground of the world now; a drag no longer turns the view.</source>
        <translation>Der Pinsel zeichnet jetzt auf dem Boden der Welt; Ziehen dreht die Ansicht nicht mehr.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Shall Sketchwalk remember how you draw things?</source>
        <translation>Soll Sketchwalk sich merken, wie Sie zeichnen?</translation>
    </message>
    <message>
        <source>&amp;Remember</source>
        <translation>&amp;Merken</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Nein</translation>
    </message>
    <message>
        <source>This correction and those to come</source>
        <translation>Diese Berichtigung und die künftigen</translation>
    </message>
    <message>
        <source>Corrections hold in this drawing alone</source>
        <translation>Berichtigungen gelten nur in dieser Zeichnung</translation>
    </message>
    <message>
        <source>What you correct is then read right the next time, in every drawing. The corrected drawings are kept in a file on this computer and go nowhere else; the preferences can forget them. A drawing takes those along that its ink is read with.</source>
        <translation>Was Sie berichtigen, wird dann beim nächsten Mal richtig gelesen, in jeder Zeichnung. Die berichtigten Zeichnungen liegen in einer Datei auf diesem Rechner und gehen nirgendwohin; die Einstellungen können sie vergessen. Eine Zeichnung nimmt die mit, mit denen ihre Tinte gelesen wird.</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::MapPanel</name>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Width, west to east</source>
        <translation>Breite, West nach Ost</translation>
    </message>
    <message>
        <source>Height, north to south</source>
        <translation>Höhe, Nord nach Süd</translation>
    </message>
    <message>
        <source>Keep it square</source>
        <translation>Quadratisch halten</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Ground where nothing is drawn</source>
        <translation>Boden, wo nichts gezeichnet ist</translation>
    </message>
    <message>
        <source>What lies where nothing is drawn: choose, or say it in your own words and press Enter</source>
        <translation>Was dort liegt, wo nichts gezeichnet ist: wähle es, oder nenne es auf Englisch und drücke Enter</translation>
    </message>
    <message>
        <source>&amp;Ground</source>
        <translation>&amp;Boden</translation>
    </message>
    <message>
        <source>The place in words</source>
        <translation>Der Ort in Worten</translation>
    </message>
    <message>
        <source>The place in your own words; climate and season come from them</source>
        <translation>Der Ort in eigenen (englischen) Worten; Klima und Jahreszeit folgen daraus</translation>
    </message>
    <message>
        <source>A snowy village by a river, in winter</source>
        <translation>A snowy village by a river, in winter</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>&amp;Worte</translation>
    </message>
    <message>
        <source>World</source>
        <translation>Welt</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startzahl</translation>
    </message>
    <message>
        <source>The same number gives the same world; another one shuffles what was not drawn</source>
        <translation>Dieselbe Zahl gibt dieselbe Welt; eine andere mischt, was nicht gezeichnet ist</translation>
    </message>
    <message>
        <source>Roll the dice: another seed</source>
        <translation>Würfeln: eine andere Startzahl</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>&amp;Startzahl</translation>
    </message>
    <message>
        <source>From above</source>
        <translation>Von oben</translation>
    </message>
    <message>
        <source>At an angle (isometric)</source>
        <translation>Schräg (isometrisch)</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>Gezeichnet</translation>
    </message>
    <message>
        <source>Whether the paper shows the land from above or at an angle. What is drawn is read that way</source>
        <translation>Ob das Blatt das Land von oben oder schräg zeigt. So wird gelesen, was gezeichnet ist</translation>
    </message>
    <message>
        <source>Change the view</source>
        <translation>Ansicht ändern</translation>
    </message>
    <message>
        <source>&amp;Drawn</source>
        <translation>&amp;Gezeichnet</translation>
    </message>
    <message>
        <source>Size %1 × %2 m</source>
        <translation>Größe %1 × %2 m</translation>
    </message>
    <message>
        <source>Ground: %1</source>
        <translation>Boden: %1</translation>
    </message>
    <message>
        <source>Words of the place</source>
        <translation>Worte des Ortes</translation>
    </message>
    <message>
        <source>Seed %1</source>
        <translation>Startzahl %1</translation>
    </message>
    <message>
        <source>One drawn thing lies off the map. It is kept, not built, and comes back when the map grows.</source>
        <translation>Ein gezeichnetes Ding liegt außerhalb der Karte. Es wird aufgehoben, nicht gebaut, und kommt wieder, wenn die Karte wächst.</translation>
    </message>
    <message numerus="yes">
        <source>%n drawn things lie off the map. They are kept, not built, and come back when the map grows.</source>
        <translation>
            <numerusform>%n gezeichnetes Ding liegt außerhalb der Karte. Es wird aufgehoben, nicht gebaut, und kommt wieder, wenn die Karte wächst.</numerusform>
            <numerusform>%n gezeichnete Dinge liegen außerhalb der Karte. Sie werden aufgehoben, nicht gebaut, und kommen wieder, wenn die Karte wächst.</numerusform>
        </translation>
    </message>
    <message>
        <source>Climate: %1</source>
        <translation>Klima: %1</translation>
    </message>
    <message>
        <source> · season: %1</source>
        <translation> · Jahreszeit: %1</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>nicht gesagt</translation>
    </message>
    <message>
        <source> · ground: %1</source>
        <translation> · Boden: %1</translation>
    </message>
    <message>
        <source>Picture under the paper</source>
        <translation>Bild unter dem Blatt</translation>
    </message>
    <message>
        <source>&amp;Choose a picture...</source>
        <translation>Bild &amp;wählen ...</translation>
    </message>
    <message>
        <source>A photo or scan to trace; it never becomes part of the world</source>
        <translation>Ein Foto oder Scan zum Abzeichnen; es wird nie Teil der Welt</translation>
    </message>
    <message>
        <source>Show the picture</source>
        <translation>Bild einblenden</translation>
    </message>
    <message>
        <source>Opacity of the picture</source>
        <translation>Deckkraft des Bildes</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>Bild entfernen</translation>
    </message>
    <message>
        <source>Hide the picture</source>
        <translation>Bild ausblenden</translation>
    </message>
    <message>
        <source>A picture to trace</source>
        <translation>Ein Bild zum Abzeichnen</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.gif)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.webp *.bmp *.gif)</translation>
    </message>
    <message>
        <source>“%1” cannot be used: %2</source>
        <translation>„%1“ ist nicht brauchbar: %2</translation>
    </message>
    <message>
        <source>it is larger than 64 MB</source>
        <translation>es ist größer als 64 MB</translation>
    </message>
    <message>
        <source>it is no picture that can be read</source>
        <translation>es ist kein lesbares Bild</translation>
    </message>
    <message>
        <source>it cannot be converted</source>
        <translation>es lässt sich nicht umwandeln</translation>
    </message>
    <message>
        <source>Picture “%1”</source>
        <translation>Bild „%1“</translation>
    </message>
    <message>
        <source>%1 m for a pixel; the tool “Move the picture” places it</source>
        <translation>%1 m je Pixel; das Werkzeug „Bild verschieben“ legt es zurecht</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of the preferences</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>&amp;Aussehen</translation>
    </message>
    <message>
        <source>&amp;Pen</source>
        <translation>&amp;Stift</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Everything is kept already</source>
        <translation>Alles ist schon gespeichert</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Whether the window is light or dark</source>
        <translation>Ob das Fenster hell oder dunkel ist</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Schreibtisch</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>&amp;Farbschema:</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>Größe von allem</translation>
    </message>
    <message>
        <source>How large words, icons and buttons are</source>
        <translation>Wie groß Worte, Symbole und Knöpfe sind</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>&amp;Size of everything:</source>
        <translation>&amp;Größe von allem:</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>The language of the window</source>
        <translation>Die Sprache des Fensters</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>S&amp;prache:</translation>
    </message>
    <message>
        <source>Colours of the paper</source>
        <translation>Farben des Papiers</translation>
    </message>
    <message>
        <source>For eyes that see some colours as one</source>
        <translation>Für Augen, die manche Farben gleich sehen</translation>
    </message>
    <message>
        <source>&amp;Colours of the paper:</source>
        <translation>Farben des &amp;Papiers:</translation>
    </message>
    <message>
        <source>Only the &amp;pen draws</source>
        <translation>&amp;Nur der Stift zeichnet</translation>
    </message>
    <message>
        <source>Fingers and the hand&apos;s heel move the paper and never draw</source>
        <translation>Finger und Handballen verschieben das Blatt und zeichnen nie</translation>
    </message>
    <message>
        <source>For tablets whose screen feels fingers too. While a pen is near, a resting hand does nothing in any case.</source>
        <translation>Für Tabletts, deren Bildschirm auch Finger spürt. Solange ein Stift nah ist, tut eine ruhende Hand ohnehin nichts.</translation>
    </message>
    <message>
        <source>Steadiness of lines</source>
        <translation>Ruhe der Linien</translation>
    </message>
    <message>
        <source>How much a trembling hand is smoothed</source>
        <translation>Wie sehr eine zitternde Hand geglättet wird</translation>
    </message>
    <message>
        <source>&amp;Steadiness:</source>
        <translation>&amp;Ruhe:</translation>
    </message>
    <message>
        <source>At the left, lines go where the pen goes; at the right, they follow it calmly.</source>
        <translation>Am Anfang gehen Linien, wohin der Stift geht; am Ende folgen sie ihm ruhig.</translation>
    </message>
    <message>
        <source>Language and size change when Sketchwalk starts the next time.</source>
        <translation>Sprache und Größe ändern sich, wenn Sketchwalk das nächste Mal startet.</translation>
    </message>
    <message>
        <source>&amp;Ink</source>
        <translation>T&amp;inte</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::RegionLocker</name>
    <message>
        <source>The region could not be locked (%1). The drawing is safe.</source>
        <translation>Das Gebiet konnte nicht gesperrt werden (%1). Die Zeichnung ist sicher.</translation>
    </message>
    <message>
        <source>The region is locked as soon as the world is as drawn.</source>
        <translation>Das Gebiet wird gesperrt, sobald die Welt der Zeichnung entspricht.</translation>
    </message>
    <message>
        <source>The region is too large to be locked at once; lock it in parts.</source>
        <translation>Das Gebiet ist zu groß, um es auf einmal zu sperren; sperre es in Teilen.</translation>
    </message>
    <message>
        <source>There is nothing to lock in so small a region.</source>
        <translation>In einem so kleinen Gebiet gibt es nichts zu sperren.</translation>
    </message>
    <message>
        <source>Lock a region</source>
        <translation>Gebiet sperren</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::Sheet</name>
    <message>
        <source>Sheet</source>
        <translation>Blatt</translation>
    </message>
    <message>
        <source>The map as you draw it. Alt and the arrow keys move a pen, Enter sets it down and lifts it.</source>
        <translation>Die Karte, wie du sie zeichnest. Alt und die Pfeiltasten bewegen einen Stift, Enter setzt ihn auf und hebt ihn ab.</translation>
    </message>
    <message>
        <source>Erase %1</source>
        <translation>%1 radieren</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>%1 verdoppeln</translation>
    </message>
    <message>
        <source>Change %1 to %2</source>
        <translation>%1 zu %2 machen</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>There is no ink that was read.</source>
        <translation>Es gibt keine gelesene Tinte.</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::StartPage</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Start from a template</source>
        <translation>Mit einer Vorlage beginnen</translation>
    </message>
    <message>
        <source>Look at a sample</source>
        <translation>Ein Beispiel ansehen</translation>
    </message>
    <message>
        <source>&lt;b style=&apos;font-size:x-large&apos;&gt;Sketchwalk&lt;/b&gt;&lt;br&gt;Draw a map, walk in it.</source>
        <translation>&lt;b style=&apos;font-size:x-large&apos;&gt;Sketchwalk&lt;/b&gt;&lt;br&gt;Zeichne eine Karte und geh in ihr spazieren.</translation>
    </message>
    <message>
        <source>Size of the new map</source>
        <translation>Größe der neuen Karte</translation>
    </message>
    <message>
        <source>How large the new map is; it can be changed later</source>
        <translation>Wie groß die neue Karte ist; das lässt sich später ändern</translation>
    </message>
    <message>
        <source>Small: 128 × 128 m</source>
        <translation>Klein: 128 × 128 m</translation>
    </message>
    <message>
        <source>Usual: 256 × 256 m</source>
        <translation>Üblich: 256 × 256 m</translation>
    </message>
    <message>
        <source>Wide: 512 × 384 m</source>
        <translation>Breit: 512 × 384 m</translation>
    </message>
    <message>
        <source>Large: 512 × 512 m</source>
        <translation>Groß: 512 × 512 m</translation>
    </message>
    <message>
        <source>Region: 1024 × 1024 m</source>
        <translation>Gegend: 1024 × 1024 m</translation>
    </message>
    <message>
        <source>Country: 2048 × 2048 m</source>
        <translation>Land: 2048 × 2048 m</translation>
    </message>
    <message>
        <source>&amp;New empty map</source>
        <translation>&amp;Neue leere Karte</translation>
    </message>
    <message>
        <source>Begins with an empty sheet</source>
        <translation>Beginnt mit einem leeren Blatt</translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation>Ö&amp;ffnen ...</translation>
    </message>
    <message>
        <source>Opens a drawing, a sketch or a picture of a map</source>
        <translation>Öffnet eine Zeichnung, eine Skizze oder das Bild einer Karte</translation>
    </message>
    <message>
        <source>Go on with</source>
        <translation>Weitermachen mit</translation>
    </message>
    <message>
        <source>Drawings opened last</source>
        <translation>Zuletzt geöffnete Zeichnungen</translation>
    </message>
    <message>
        <source>Drawings opened last; Delete takes one off this list</source>
        <translation>Zuletzt geöffnete Zeichnungen; Entf nimmt eine von dieser Liste</translation>
    </message>
    <message>
        <source>Arrows choose, Enter begins with it</source>
        <translation>Pfeile wählen, Enter beginnt damit</translation>
    </message>
    <message>
        <source>%1 (gone)</source>
        <translation>%1 (fort)</translation>
    </message>
    <message>
        <source>%1 is not there any more</source>
        <translation>%1 ist nicht mehr da</translation>
    </message>
    <message>
        <source>“%1” is not there any more. Delete takes it off the list.</source>
        <translation>„%1“ ist nicht mehr da. Entf nimmt es von der Liste.</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::StatusLine</name>
    <message>
        <source>How far the world is built</source>
        <translation>Wie weit die Welt gebaut ist</translation>
    </message>
    <message>
        <source>%1 m, %2 m</source>
        <translation>%1 m, %2 m</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::StrokeInspector</name>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Nothing is selected. Circle things with the selection tool.</source>
        <translation>Nichts ist ausgewählt. Umkreise Dinge mit dem Auswahlwerkzeug.</translation>
    </message>
    <message>
        <source>It lies on a locked layer.</source>
        <translation>Es liegt auf einer gesperrten Ebene.</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>&amp;Pinsel</translation>
    </message>
    <message>
        <source>Makes everything selected what the brush draws now</source>
        <translation>Macht alles Ausgewählte zu dem, was der Pinsel jetzt zeichnet</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;Breite</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Stift</translation>
    </message>
    <message>
        <source>Detail: exactly what is drawn. Block: roughly there; details are made up</source>
        <translation>Genau: exakt das Gezeichnete. Grob: ungefähr dort; Einzelheiten werden erfunden</translation>
    </message>
    <message>
        <source>Various</source>
        <translation>Verschieden</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Genau</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Grob</translation>
    </message>
    <message>
        <source>Change pen</source>
        <translation>Stift ändern</translation>
    </message>
    <message>
        <source>&amp;Pen</source>
        <translation>&amp;Stift</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Moves what is selected to another layer</source>
        <translation>Verschiebt das Ausgewählte auf eine andere Ebene</translation>
    </message>
    <message>
        <source>Move to layer “%1”</source>
        <translation>Auf Ebene „%1“ verschieben</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>&amp;Ebene</translation>
    </message>
    <message>
        <source>Words of the label</source>
        <translation>Worte der Beschriftung</translation>
    </message>
    <message>
        <source>What is written there</source>
        <translation>Was dort geschrieben steht</translation>
    </message>
    <message>
        <source>Write “%1”</source>
        <translation>„%1“ schreiben</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>&amp;Worte</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>What it is, in your own words; Enter changes it</source>
        <translation>Was es ist, in eigenen (englischen) Worten; Enter ändert es</translation>
    </message>
    <message>
        <source>Width in metres</source>
        <translation>Breite in Metern</translation>
    </message>
    <message>
        <source>How wide the line is, in metres</source>
        <translation>Wie breit die Linie ist, in Metern</translation>
    </message>
    <message>
        <source>Change width</source>
        <translation>Breite ändern</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>As wide as this usually is</source>
        <translation>So breit, wie es meist ist</translation>
    </message>
    <message>
        <source>Usual width</source>
        <translation>Übliche Breite</translation>
    </message>
    <message>
        <source>Make it %1</source>
        <translation>Zu %1 machen</translation>
    </message>
    <message>
        <source>One thing selected</source>
        <translation>Ein Ding ausgewählt</translation>
    </message>
    <message numerus="yes">
        <source>%n things selected</source>
        <translation>
            <numerusform>%n Ding ausgewählt</numerusform>
            <numerusform>%n Dinge ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Make it what the brush draws</source>
        <translation>Zu dem machen, was der Pinsel zeichnet</translation>
    </message>
    <message>
        <source>Who goes along it</source>
        <translation>Wer dort entlanggeht</translation>
    </message>
    <message>
        <source>Who goes along the route; how fast you drew it says how fast they go</source>
        <translation>Wer die Route entlanggeht; wie schnell Sie sie gezeichnet haben, bestimmt das Tempo</translation>
    </message>
    <message>
        <source>Who suits it</source>
        <translation>Wer dazu passt</translation>
    </message>
    <message>
        <source>Who goes along it: %1</source>
        <translation>Wer dort entlanggeht: %1</translation>
    </message>
    <message>
        <source>W&amp;ho goes</source>
        <translation>We&amp;r geht</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::ThingEditor</name>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>Turn %1</source>
        <translation>%1 drehen</translation>
    </message>
    <message>
        <source>Enlarge %1</source>
        <translation>%1 vergrößern</translation>
    </message>
    <message>
        <source>Shrink %1</source>
        <translation>%1 verkleinern</translation>
    </message>
    <message>
        <source>Choose a thing among the brushes first: the %1 becomes what the pen would draw.</source>
        <translation>Wählen Sie zuerst ein Ding unter den Pinseln: %1 wird zu dem, was der Stift zeichnen würde.</translation>
    </message>
    <message>
        <source>Turn into %1</source>
        <translation>In %1 verwandeln</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Put %1 back</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>The %1 lies in a locked region and stays as it is. Erase the lock to change it.</source>
        <translation>Dies (%1) liegt in einem gesperrten Gebiet und bleibt, wie es ist. Lösche die Sperre, um es zu ändern.</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::ToolOptions</name>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Draw with the brush</source>
        <translation>Mit dem Pinsel zeichnen</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Write words on the map; a sign stands there in the world</source>
        <translation>Worte auf die Karte schreiben; in der Welt steht dort ein Schild</translation>
    </message>
    <message>
        <source>Erase things</source>
        <translation>Dinge radieren</translation>
    </message>
    <message>
        <source>Erase whole things that the eraser touches</source>
        <translation>Ganze Dinge radieren, die der Radierer berührt</translation>
    </message>
    <message>
        <source>Erase parts</source>
        <translation>Teile radieren</translation>
    </message>
    <message>
        <source>Erase only what lies under the eraser</source>
        <translation>Nur radieren, was unter dem Radierer liegt</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Circle things to select, move, turn and scale them</source>
        <translation>Dinge umkreisen, um sie auszuwählen, zu verschieben, zu drehen und zu skalieren</translation>
    </message>
    <message>
        <source>Move the paper</source>
        <translation>Blatt verschieben</translation>
    </message>
    <message>
        <source>Move the paper under the pen</source>
        <translation>Das Blatt unter dem Stift verschieben</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>Bild verschieben</translation>
    </message>
    <message>
        <source>Move, turn and scale the picture under the paper</source>
        <translation>Das Bild unter dem Blatt verschieben, drehen und skalieren</translation>
    </message>
    <message>
        <source>Tool options</source>
        <translation>Werkzeugoptionen</translation>
    </message>
    <message>
        <source>The brush; press to choose another</source>
        <translation>Der Pinsel; drücken, um einen anderen zu wählen</translation>
    </message>
    <message>
        <source>Drawn as</source>
        <translation>Gezeichnet als</translation>
    </message>
    <message>
        <source>How the brush draws: along a line, a filled area, or one of it</source>
        <translation>Wie der Pinsel zeichnet: an einer Linie entlang, eine gefüllte Fläche oder eins davon</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Wie üblich</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Stift</translation>
    </message>
    <message>
        <source>Detail: exactly what is drawn. Block: roughly there; details are made up</source>
        <translation>Genau: exakt das Gezeichnete. Grob: ungefähr dort; Einzelheiten werden erfunden</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Genau</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Grob</translation>
    </message>
    <message>
        <source>Width in metres</source>
        <translation>Breite in Metern</translation>
    </message>
    <message>
        <source>How wide the brush draws, in metres</source>
        <translation>Wie breit der Pinsel zeichnet, in Metern</translation>
    </message>
    <message>
        <source>Usual width</source>
        <translation>Übliche Breite</translation>
    </message>
    <message>
        <source>As wide as this usually is</source>
        <translation>So breit, wie es meist ist</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Eraser width in metres</source>
        <translation>Breite des Radierers in Metern</translation>
    </message>
    <message>
        <source>How wide the eraser is, in metres</source>
        <translation>Wie breit der Radierer ist, in Metern</translation>
    </message>
    <message>
        <source>Steadies the hand: 0 follows it exactly, 100 draws calm long curves</source>
        <translation>Beruhigt die Hand: 0 folgt ihr genau, 100 zeichnet ruhige lange Bögen</translation>
    </message>
    <message>
        <source>Stabiliser</source>
        <translation>Beruhiger</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Spiegel</translation>
    </message>
    <message>
        <source>Draws everything a second time, mirrored about the paper&apos;s middle</source>
        <translation>Zeichnet alles ein zweites Mal, an der Blattmitte gespiegelt</translation>
    </message>
    <message>
        <source>No mirror</source>
        <translation>Kein Spiegel</translation>
    </message>
    <message>
        <source>Left and right</source>
        <translation>Links und rechts</translation>
    </message>
    <message>
        <source>Top and bottom</source>
        <translation>Oben und unten</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beides</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Gitter</translation>
    </message>
    <message>
        <source>Shows a grid on the paper</source>
        <translation>Zeigt ein Gitter auf dem Blatt</translation>
    </message>
    <message>
        <source>Snap to grid</source>
        <translation>Am Gitter einrasten</translation>
    </message>
    <message>
        <source>Draws from grid point to grid point</source>
        <translation>Zeichnet von Gitterpunkt zu Gitterpunkt</translation>
    </message>
    <message>
        <source>Pen only</source>
        <translation>Nur Stift</translation>
    </message>
    <message>
        <source>Only the pen draws: fingers and palm move the paper</source>
        <translation>Nur der Stift zeichnet: Finger und Hand verschieben das Blatt</translation>
    </message>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source>Grid step in metres</source>
        <translation>Gitterweite in Metern</translation>
    </message>
    <message>
        <source>From one grid line to the next, in metres</source>
        <translation>Von einer Gitterlinie zur nächsten, in Metern</translation>
    </message>
    <message>
        <source>Brush: %1</source>
        <translation>Pinsel: %1</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::Tour</name>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Auslassen</translation>
    </message>
    <message>
        <source>Tour of the window</source>
        <translation>Rundgang durch das Fenster</translation>
    </message>
    <message>
        <source>The next step</source>
        <translation>Der nächste Schritt</translation>
    </message>
    <message>
        <source>Leaves the tour; it is in the Help menu</source>
        <translation>Verlässt den Rundgang; er steht im Hilfemenü</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::WalkDialog</name>
    <message>
        <source>Walking</source>
        <translation>Gehen</translation>
    </message>
    <message>
        <source>Field of &amp;view</source>
        <translation>&amp;Blickfeld</translation>
    </message>
    <message>
        <source>&amp;Mouse and stick</source>
        <translation>&amp;Maus und Stick</translation>
    </message>
    <message>
        <source>Look &amp;down by pushing away</source>
        <translation>Nach &amp;unten sehen durch Wegschieben</translation>
    </message>
    <message>
        <source>Show the &amp;way on the paper</source>
        <translation>Den &amp;Weg auf dem Blatt zeigen</translation>
    </message>
    <message>
        <source>&amp;Sounds (from the next walk on)</source>
        <translation>&amp;Geräusche (ab dem nächsten Gang)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Everything is kept already</source>
        <translation>Alles ist schon gespeichert</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::WalkMode</name>
    <message>
        <source>Walk with W A S D or the arrow keys and look with the mouse. Shift: run, Space: jump, C: crouch, Home: back to safe ground, F12: a picture, Tab: settings, Esc: back to the paper.</source>
        <translation>Gehen mit W A S D oder den Pfeiltasten, schauen mit der Maus. Umschalt: laufen, Leertaste: springen, C: ducken, Pos1: zurück auf sicheren Boden, F12: ein Bild, Tab: Einstellungen, Esc: zurück zum Blatt.</translation>
    </message>
    <message>
        <source>The picture cannot be written to %1.</source>
        <translation>Das Bild kann nicht nach %1 geschrieben werden.</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation>Bild: %1</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::WalkTrail</name>
    <message>
        <source>The way that was walked</source>
        <translation>Der gegangene Weg</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::WorldBuilder</name>
    <message>
        <source>Reading the map</source>
        <translation>Die Karte wird gelesen</translation>
    </message>
    <message>
        <source>Shaping the land</source>
        <translation>Das Land wird geformt</translation>
    </message>
    <message>
        <source>Planting and building</source>
        <translation>Es wird gepflanzt und gebaut</translation>
    </message>
    <message>
        <source>The world could not be built (%1). The drawing is safe.</source>
        <translation>Die Welt konnte nicht gebaut werden (%1). Die Zeichnung ist sicher.</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::WorldHand</name>
    <message>
        <source>The layer &quot;%1&quot; is locked.</source>
        <translation>Die Ebene „%1“ ist gesperrt.</translation>
    </message>
    <message>
        <source>The layer &quot;%1&quot; is hidden.</source>
        <translation>Die Ebene „%1“ ist ausgeblendet.</translation>
    </message>
    <message>
        <source>Draw %1</source>
        <translation>%1 zeichnen</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::WorldPanel</name>
    <message>
        <source>Draw something: the world grows here.</source>
        <translation>Zeichne etwas: Hier wächst die Welt.</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Tageszeit</translation>
    </message>
    <message>
        <source>Quality of the picture</source>
        <translation>Güte des Bildes</translation>
    </message>
    <message>
        <source>Quality of the picture. Automatic: by how fast this computer draws</source>
        <translation>Güte des Bildes. Automatisch: je nachdem, wie schnell dieser Rechner zeichnet</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Simple</source>
        <translation>Einfach</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Am besten</translation>
    </message>
    <message>
        <source>There is no screen to show the world on. Drawing and exporting work all the same.</source>
        <translation>Es gibt keinen Bildschirm, um die Welt zu zeigen. Zeichnen und Exportieren gehen trotzdem.</translation>
    </message>
    <message>
        <source>Drawing and exporting work all the same.</source>
        <translation>Zeichnen und Exportieren gehen trotzdem.</translation>
    </message>
    <message>
        <source>World</source>
        <translation>Welt</translation>
    </message>
</context>
</TS>
