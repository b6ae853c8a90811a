<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="he" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New...</source>
        <translation>&amp;חדש...</translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation>&amp;פתיחה...</translation>
    </message>
    <message>
        <source>&amp;Save as...</source>
        <translation>&amp;שמירה בשם...</translation>
    </message>
    <message>
        <source>Save a &amp;copy...</source>
        <translation>שמירת &amp;עותק...</translation>
    </message>
    <message>
        <source>&amp;Export the world...</source>
        <translation>&amp;ייצוא העולם...</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;יציאה</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;ביטול</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>ביצוע &amp;חוזר</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;שכפול</translation>
    </message>
    <message>
        <source>D&amp;elete</source>
        <translation>&amp;מחיקה</translation>
    </message>
    <message>
        <source>Bring to &amp;front</source>
        <translation>הבאה ל&amp;חזית</translation>
    </message>
    <message>
        <source>Send to &amp;back</source>
        <translation>שליחה ל&amp;רקע</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>בחירת ה&amp;כול</translation>
    </message>
    <message>
        <source>Select &amp;nothing</source>
        <translation>ביטול ה&amp;בחירה</translation>
    </message>
    <message>
        <source>&amp;Preferences...</source>
        <translation>ה&amp;עדפות...</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>הת&amp;קרבות</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>הת&amp;רחקות</translation>
    </message>
    <message>
        <source>The whole &amp;paper</source>
        <translation>כל ה&amp;נייר</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>&amp;נייר</translation>
    </message>
    <message>
        <source>&amp;World</source>
        <translation>&amp;עולם</translation>
    </message>
    <message>
        <source>&amp;Rulers</source>
        <translation>&amp;סרגלים</translation>
    </message>
    <message>
        <source>Choose a &amp;brush</source>
        <translation>בחירת &amp;מכחול</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;מסך מלא</translation>
    </message>
    <message>
        <source>&amp;Turn about</source>
        <translation>סיבוב מס&amp;ביב</translation>
    </message>
    <message>
        <source>&amp;Fly</source>
        <translation>&amp;תעופה</translation>
    </message>
    <message>
        <source>From &amp;above</source>
        <translation>מלמ&amp;עלה</translation>
    </message>
    <message>
        <source>The &amp;whole world</source>
        <translation>כל ה&amp;עולם</translation>
    </message>
    <message>
        <source>&amp;Stand in it</source>
        <translation>ע&amp;מידה בתוכו</translation>
    </message>
    <message>
        <source>Look at what is s&amp;elected</source>
        <translation>מבט על ה&amp;נבחר</translation>
    </message>
    <message>
        <source>&amp;Mini map</source>
        <translation>&amp;מפה מוקטנת</translation>
    </message>
    <message>
        <source>St&amp;op building</source>
        <translation>ע&amp;צירת הבנייה</translation>
    </message>
    <message>
        <source>Find a &amp;command...</source>
        <translation>&amp;חיפוש פקודה...</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;מקשים</translation>
    </message>
    <message>
        <source>&amp;Tour of the window</source>
        <translation>&amp;סיור בחלון</translation>
    </message>
    <message>
        <source>&amp;About Sketchwalk</source>
        <translation>&amp;אודות Sketchwalk</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;קובץ</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;עריכה</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;תצוגה</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ע&amp;זרה</translation>
    </message>
    <message>
        <source>Wa&amp;lk in it</source>
        <translation>&amp;הליכה בתוכו</translation>
    </message>
    <message>
        <source>Walk from &amp;here</source>
        <translation>הליכה מכ&amp;אן</translation>
    </message>
    <message>
        <source>Walk&amp;ing...</source>
        <translation>הגדרות ה&amp;ליכה...</translation>
    </message>
    <message>
        <source>&amp;Draw in it</source>
        <translation>&amp;לצייר בתוכו</translation>
    </message>
    <message>
        <source>Turn to the &amp;left</source>
        <translation>לסובב &amp;שמאלה</translation>
    </message>
    <message>
        <source>Turn to the &amp;right</source>
        <translation>לסובב &amp;ימינה</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;גדול יותר</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;קטן יותר</translation>
    </message>
    <message>
        <source>&amp;Becomes what the brush draws</source>
        <translation>&amp;להפוך למה שהמברשת מציירת</translation>
    </message>
    <message>
        <source>&amp;Remove from the world</source>
        <translation>להסי&amp;ר מהעולם</translation>
    </message>
    <message>
        <source>&amp;Put back as drawn</source>
        <translation>להח&amp;זיר כפי שצויר</translation>
    </message>
    <message>
        <source>&amp;Thing</source>
        <translation>&amp;עצם</translation>
    </message>
    <message>
        <source>Ink as it was &amp;read</source>
        <translation>הדיו כפי ש&amp;נקרא</translation>
    </message>
    <message>
        <source>&amp;What is this ink?</source>
        <translation>מ&amp;ה הדיו הזה?</translation>
    </message>
    <message>
        <source>Play rou&amp;tes</source>
        <translation>נגן מסלו&amp;לים</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>ash</source>
        <translation>אפר</translation>
    </message>
    <message>
        <source>aurora</source>
        <translation>זוהר קוטב</translation>
    </message>
    <message>
        <source>barn</source>
        <translation>אסם</translation>
    </message>
    <message>
        <source>basin</source>
        <translation>אגן</translation>
    </message>
    <message>
        <source>bench</source>
        <translation>ספסל</translation>
    </message>
    <message>
        <source>boat</source>
        <translation>סירה</translation>
    </message>
    <message>
        <source>boulder</source>
        <translation>סלע גדול</translation>
    </message>
    <message>
        <source>bridge</source>
        <translation>גשר</translation>
    </message>
    <message>
        <source>bush</source>
        <translation>שיח</translation>
    </message>
    <message>
        <source>cabin</source>
        <translation>בקתה</translation>
    </message>
    <message>
        <source>cactus</source>
        <translation>קקטוס</translation>
    </message>
    <message>
        <source>campfire</source>
        <translation>מדורה</translation>
    </message>
    <message>
        <source>castle</source>
        <translation>טירה</translation>
    </message>
    <message>
        <source>cave</source>
        <translation>מערה</translation>
    </message>
    <message>
        <source>church</source>
        <translation>כנסייה</translation>
    </message>
    <message>
        <source>cliff</source>
        <translation>צוק</translation>
    </message>
    <message>
        <source>clouds</source>
        <translation>עננים</translation>
    </message>
    <message>
        <source>crops</source>
        <translation>יבול</translation>
    </message>
    <message>
        <source>dead tree</source>
        <translation>עץ מת</translation>
    </message>
    <message>
        <source>dirt</source>
        <translation>אדמה</translation>
    </message>
    <message>
        <source>dock</source>
        <translation>מזח</translation>
    </message>
    <message>
        <source>fence</source>
        <translation>גדר</translation>
    </message>
    <message>
        <source>field</source>
        <translation>שדה</translation>
    </message>
    <message>
        <source>flowers</source>
        <translation>פרחים</translation>
    </message>
    <message>
        <source>fog</source>
        <translation>ערפל</translation>
    </message>
    <message>
        <source>forest</source>
        <translation>יער</translation>
    </message>
    <message>
        <source>garden</source>
        <translation>גינה</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>שער</translation>
    </message>
    <message>
        <source>goal</source>
        <translation>יעד</translation>
    </message>
    <message>
        <source>grass</source>
        <translation>דשא</translation>
    </message>
    <message>
        <source>gravel</source>
        <translation>חצץ</translation>
    </message>
    <message>
        <source>hill</source>
        <translation>גבעה</translation>
    </message>
    <message>
        <source>house</source>
        <translation>בית</translation>
    </message>
    <message>
        <source>ice</source>
        <translation>קרח</translation>
    </message>
    <message>
        <source>ink</source>
        <translation>דיו</translation>
    </message>
    <message>
        <source>island</source>
        <translation>אי</translation>
    </message>
    <message>
        <source>jungle</source>
        <translation>ג׳ונגל</translation>
    </message>
    <message>
        <source>label</source>
        <translation>כיתוב</translation>
    </message>
    <message>
        <source>lake</source>
        <translation>אגם</translation>
    </message>
    <message>
        <source>lantern</source>
        <translation>פנס</translation>
    </message>
    <message>
        <source>lava</source>
        <translation>לבה</translation>
    </message>
    <message>
        <source>lighthouse</source>
        <translation>מגדלור</translation>
    </message>
    <message>
        <source>log</source>
        <translation>בול עץ</translation>
    </message>
    <message>
        <source>market stall</source>
        <translation>דוכן שוק</translation>
    </message>
    <message>
        <source>moon</source>
        <translation>ירח</translation>
    </message>
    <message>
        <source>mountain</source>
        <translation>הר</translation>
    </message>
    <message>
        <source>mud</source>
        <translation>בוץ</translation>
    </message>
    <message>
        <source>mushroom</source>
        <translation>פטרייה</translation>
    </message>
    <message>
        <source>palm</source>
        <translation>דקל</translation>
    </message>
    <message>
        <source>path</source>
        <translation>שביל</translation>
    </message>
    <message>
        <source>paving</source>
        <translation>מרצפות</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>פסגה</translation>
    </message>
    <message>
        <source>pine</source>
        <translation>אורן</translation>
    </message>
    <message>
        <source>plateau</source>
        <translation>רמה</translation>
    </message>
    <message>
        <source>playground</source>
        <translation>גן שעשועים</translation>
    </message>
    <message>
        <source>pyramid</source>
        <translation>פירמידה</translation>
    </message>
    <message>
        <source>rain</source>
        <translation>גשם</translation>
    </message>
    <message>
        <source>rainbow</source>
        <translation>קשת בענן</translation>
    </message>
    <message>
        <source>reeds</source>
        <translation>קני סוף</translation>
    </message>
    <message>
        <source>ridge</source>
        <translation>רכס</translation>
    </message>
    <message>
        <source>river</source>
        <translation>נהר</translation>
    </message>
    <message>
        <source>road</source>
        <translation>כביש</translation>
    </message>
    <message>
        <source>rock</source>
        <translation>סלע</translation>
    </message>
    <message>
        <source>route</source>
        <translation>מסלול</translation>
    </message>
    <message>
        <source>ruin</source>
        <translation>חורבה</translation>
    </message>
    <message>
        <source>sand</source>
        <translation>חול</translation>
    </message>
    <message>
        <source>sea</source>
        <translation>ים</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>שלט</translation>
    </message>
    <message>
        <source>sky</source>
        <translation>שמיים</translation>
    </message>
    <message>
        <source>snow</source>
        <translation>שלג</translation>
    </message>
    <message>
        <source>snowfall</source>
        <translation>שלג יורד</translation>
    </message>
    <message>
        <source>spawn</source>
        <translation>נקודת התחלה</translation>
    </message>
    <message>
        <source>stars</source>
        <translation>כוכבים</translation>
    </message>
    <message>
        <source>statue</source>
        <translation>פסל</translation>
    </message>
    <message>
        <source>stones</source>
        <translation>אבנים</translation>
    </message>
    <message>
        <source>storm</source>
        <translation>סערה</translation>
    </message>
    <message>
        <source>sun</source>
        <translation>שמש</translation>
    </message>
    <message>
        <source>swamp</source>
        <translation>ביצה</translation>
    </message>
    <message>
        <source>tall grass</source>
        <translation>עשב גבוה</translation>
    </message>
    <message>
        <source>temple</source>
        <translation>מקדש</translation>
    </message>
    <message>
        <source>tent</source>
        <translation>אוהל</translation>
    </message>
    <message>
        <source>tower</source>
        <translation>מגדל</translation>
    </message>
    <message>
        <source>tree</source>
        <translation>עץ</translation>
    </message>
    <message>
        <source>umbrella</source>
        <translation>שמשייה</translation>
    </message>
    <message>
        <source>valley</source>
        <translation>עמק</translation>
    </message>
    <message>
        <source>vine</source>
        <translation>מטפס</translation>
    </message>
    <message>
        <source>volcano</source>
        <translation>הר געש</translation>
    </message>
    <message>
        <source>wall</source>
        <translation>חומה</translation>
    </message>
    <message>
        <source>waterfall</source>
        <translation>מפל</translation>
    </message>
    <message>
        <source>watermill</source>
        <translation>טחנת מים</translation>
    </message>
    <message>
        <source>well</source>
        <translation>באר</translation>
    </message>
    <message>
        <source>windmill</source>
        <translation>טחנת רוח</translation>
    </message>
    <message>
        <source>flatten</source>
        <translation>יישור</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>הנמכה</translation>
    </message>
    <message>
        <source>raise</source>
        <translation>הגבהה</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>החלקה</translation>
    </message>
    <message>
        <source>terracing</source>
        <translation>מדרגות</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>מצלמה</translation>
    </message>
    <message>
        <source>cart</source>
        <translation>עגלה</translation>
    </message>
    <message>
        <source>cow</source>
        <translation>פרה</translation>
    </message>
    <message>
        <source>dog</source>
        <translation>כלב</translation>
    </message>
    <message>
        <source>person</source>
        <translation>אדם</translation>
    </message>
    <message>
        <source>sheep</source>
        <translation>כבשה</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>נעילה</translation>
    </message>
</context>
<context>
    <name>Climate</name>
    <message>
        <source>autumn</source>
        <translation>סתיו</translation>
    </message>
    <message>
        <source>countryside</source>
        <translation>כפרי</translation>
    </message>
    <message>
        <source>desert</source>
        <translation>מדברי</translation>
    </message>
    <message>
        <source>jungle</source>
        <translation>ג׳ונגל</translation>
    </message>
    <message>
        <source>snow</source>
        <translation>שלג</translation>
    </message>
    <message>
        <source>spring</source>
        <translation>אביב</translation>
    </message>
    <message>
        <source>summer</source>
        <translation>קיץ</translation>
    </message>
    <message>
        <source>swamp</source>
        <translation>ביצה</translation>
    </message>
    <message>
        <source>temperate</source>
        <translation>ממוזג</translation>
    </message>
    <message>
        <source>tropical</source>
        <translation>טרופי</translation>
    </message>
    <message>
        <source>tundra</source>
        <translation>טונדרה</translation>
    </message>
    <message>
        <source>urban</source>
        <translation>עירוני</translation>
    </message>
    <message>
        <source>volcanic</source>
        <translation>געשי</translation>
    </message>
    <message>
        <source>winter</source>
        <translation>חורף</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source> m</source>
        <translation> מ׳</translation>
    </message>
    <message>
        <source>%1, 64 to 8192 metres. What is drawn stays where it is</source>
        <translation>%1, בין 64 ל־8192 מטרים. מה שצויר נשאר במקומו</translation>
    </message>
    <message>
        <source>%1 m²</source>
        <translation>%1 מ״ר</translation>
    </message>
    <message>
        <source>%1 m long</source>
        <translation>באורך %1 מ׳</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>&quot;%1&quot; cannot stand on the ground; it is kept as the mood of the sky.</source>
        <translation>”%1“ אינו יכול לעמוד על הקרקע; הוא נשמר כמצב הרוח של השמיים.</translation>
    </message>
    <message>
        <source>This ink stays a drawing; name its brush to make it part of the world.</source>
        <translation>הדיו הזו נשארת ציור; מתן שם למכחול הופך אותה לחלק מהעולם.</translation>
    </message>
    <message>
        <source>No brush is known by the name &quot;%1&quot;; the stroke is left out.</source>
        <translation>לא מוכר מכחול בשם ”%1“; הקו הושמט.</translation>
    </message>
    <message>
        <source>No thing is known by the name &quot;%1&quot;; the %2 stays.</source>
        <translation>לא מוכר דבר בשם ”%1“; נשאר: %2.</translation>
    </message>
    <message>
        <source>Nobody can stand where the spawn was drawn; it moved %1 m.</source>
        <translation>אי אפשר לעמוד במקום שבו צוירה נקודת ההתחלה; היא הוזזה %1 מ׳.</translation>
    </message>
    <message>
        <source>Some points of &quot;%1&quot; are no numbers; they are left out.</source>
        <translation>כמה נקודות של ”%1“ אינן מספרים; הן הושמטו.</translation>
    </message>
    <message>
        <source>The %1 crosses water; a bridge was added.</source>
        <translation>כאן משהו (%1) חוצה מים; נוסף גשר.</translation>
    </message>
    <message>
        <source>The %1 runs along in the water for a while; it is left out there.</source>
        <translation>כאן משהו (%1) עובר זמן מה בתוך המים; שם הוא הושמט.</translation>
    </message>
    <message>
        <source>The %1 runs into water and ends at the shore.</source>
        <translation>כאן משהו (%1) נכנס למים ונגמר בחוף.</translation>
    </message>
    <message>
        <source>The bridge crosses no drawn water; it stands as drawn.</source>
        <translation>הגשר אינו חוצה מים מצוירים; הוא עומד כפי שצויר.</translation>
    </message>
    <message>
        <source>The bridge does not reach the far shore; it ends where it was drawn.</source>
        <translation>הגשר אינו מגיע לגדה השנייה; הוא נגמר במקום שבו צויר.</translation>
    </message>
    <message>
        <source>The outline of &quot;%1&quot; crosses itself; what it encloses once counts.</source>
        <translation>קו המתאר של ”%1“ חוצה את עצמו; נחשב מה שהוא מקיף פעם אחת.</translation>
    </message>
    <message>
        <source>The stroke &quot;%1&quot; has no usable point; it is left out.</source>
        <translation>לקו ”%1“ אין אף נקודה שמישה; הוא הושמט.</translation>
    </message>
    <message>
        <source>The stroke &quot;%1&quot; lies off the map; it is left out.</source>
        <translation>הקו ”%1“ נמצא מחוץ למפה; הוא הושמט.</translation>
    </message>
    <message>
        <source>There is no dry, level place to start from; the spawn is in the middle of the map.</source>
        <translation>אין מקום יבש ומישורי להתחיל בו; נקודת ההתחלה היא במרכז המפה.</translation>
    </message>
    <message>
        <source>There is no free ground near this %1; it stands on the way.</source>
        <translation>אין קרקע פנויה בקרבת מקום (%1); הוא עומד על הדרך.</translation>
    </message>
    <message>
        <source>There is no ground for this %1 where it was drawn; it is left out.</source>
        <translation>במקום שבו זה צויר (%1) אין קרקע; הוא הושמט.</translation>
    </message>
    <message>
        <source>There is no recipe for &quot;%1&quot;, so it was left out.</source>
        <translation>אין מתכון עבור ”%1“, ולכן הוא הושמט.</translation>
    </message>
    <message>
        <source>There is no water near this %1; it lies on land.</source>
        <translation>אין מים בקרבת מקום (%1); הוא מונח על היבשה.</translation>
    </message>
    <message>
        <source>There is no water near this %1; it stands where it was drawn.</source>
        <translation>אין מים בקרבת מקום (%1); הוא עומד במקום שבו צויר.</translation>
    </message>
    <message>
        <source>This %1 was drawn in open water; a small island carries it.</source>
        <translation>זה (%1) צויר במים פתוחים; אי קטן נושא אותו.</translation>
    </message>
    <message>
        <source>This %1 was drawn under something else and overlaps it.</source>
        <translation>זה (%1) צויר מתחת למשהו אחר וחופף אותו.</translation>
    </message>
    <message>
        <source>What was changed by hand here, a %1, is no longer drawn. The change is kept, and holds again when it returns.</source>
        <translation>מה ששונה כאן ביד (%1) אינו מצויר עוד. השינוי נשמר ויחזור לתוקף כשהציור יחזור.</translation>
    </message>
    <message>
        <source>No part of this route leads anywhere for its %1, which is left out.</source>
        <translation>אף חלק במסלול הזה אינו עביר (%1); מי שאמור ללכת בו הושמט.</translation>
    </message>
    <message>
        <source>Nobody is known by the words &quot;%1&quot; who would go along a route.</source>
        <translation>לא מוכר מי שילך במסלול בשם ”%1“.</translation>
    </message>
    <message>
        <source>Not all of this route can be reached by its %1; it goes as far as there is a way.</source>
        <translation>לא את כל המסלול אפשר להשיג (%1); ההליכה נמשכת כל עוד יש דרך.</translation>
    </message>
    <message>
        <source>Nobody knows for sure what this ink shows (%1, %2?); it stays ink.</source>
        <translation>לא ברור מה הדיו הזו מציגה (%1, %2?); היא נשארת דיו.</translation>
    </message>
    <message>
        <source>This ink is read as %1 (%2).</source>
        <translation>הדיו הזו נקראת כך: %1 (%2).</translation>
    </message>
    <message>
        <source>This ink looks like writing and stays ink.</source>
        <translation>הדיו הזו נראית כמו כתב ונשארת דיו.</translation>
    </message>
    <message>
        <source>Nothing is called %1; this ink stays ink.</source>
        <translation>אין דבר בשם %1; הדיו הזה נשאר דיו.</translation>
    </message>
    <message>
        <source>This ink is %1, as you said.</source>
        <translation>הדיו הזה הוא %1, כפי שאמרת.</translation>
    </message>
    <message>
        <source>A %1 that is no longer drawn stays in this locked region. It goes when the lock is erased.</source>
        <translation>מה שכבר אינו מצויר (%1) נשאר באזור הנעול הזה. הוא ייעלם כשהנעילה תימחק.</translation>
    </message>
    <message>
        <source>A lock is drawn around a region; this one is left out.</source>
        <translation>נעילה מציירים סביב אזור; זו כאן הושמטה.</translation>
    </message>
    <message>
        <source>This lies in a locked region, where everything stays as it is. It is kept, and shows when the lock is erased.</source>
        <translation>זה נמצא באזור נעול, שבו הכול נשאר כפי שהוא. זה נשמר, ויופיע כשהנעילה תימחק.</translation>
    </message>
    <message>
        <source>This lock holds nothing yet: draw it in the window, where the world is seen.</source>
        <translation>הנעילה הזאת עדיין לא מחזיקה דבר: צייר אותה בחלון, שבו רואים את העולם.</translation>
    </message>
    <message>
        <source>What was changed by hand here lies in a locked region, where everything stays as it is. The change is kept, and holds when the lock is erased.</source>
        <translation>מה ששונה כאן ביד נמצא באזור נעול, שבו הכול נשאר כפי שהוא. השינוי נשמר, ויחול כשהנעילה תימחק.</translation>
    </message>
    <message>
        <source>%1 may not be written.</source>
        <translation>אין הרשאה לכתוב אל %1.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1: a newer Sketchwalk made this drawing (its form is version %2, this program knows up to version %3). Install the newer one to open it; the file is untouched.</source>
        <translation>%1: הציור הזה נוצר ב־Sketchwalk חדש יותר (גרסת הקובץ היא %2, והתוכנה הזאת מכירה עד גרסה %3). יש להתקין את החדשה יותר כדי לפתוח אותו; הקובץ לא שונה.</translation>
    </message>
    <message>
        <source>%1: it is no Sketchwalk drawing.</source>
        <translation>%1: זה אינו ציור של Sketchwalk.</translation>
    </message>
    <message>
        <source>%1: it is open in another window. Go on there, or close it there first.</source>
        <translation>%1: הוא פתוח בחלון אחר. אפשר להמשיך שם, או לסגור אותו שם קודם.</translation>
    </message>
    <message>
        <source>%1: it is open in another window; close it there first.</source>
        <translation>%1: הוא פתוח בחלון אחר; יש לסגור אותו שם קודם.</translation>
    </message>
    <message>
        <source>%1: the copy that is made before an older drawing is brought up to date cannot be written: %2.</source>
        <translation>%1: אי אפשר לכתוב את העותק שנעשה לפני שציור ישן מעודכן: %2.</translation>
    </message>
    <message>
        <source>%1: the drawing is damaged and cannot be read.</source>
        <translation>%1: הציור פגום ואי אפשר לקרוא אותו.</translation>
    </message>
    <message>
        <source>%1: there is no such file.</source>
        <translation>%1: אין קובץ כזה.</translation>
    </message>
    <message>
        <source>%1: there is such a file already.</source>
        <translation>%1: כבר יש קובץ כזה.</translation>
    </message>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation>אי אפשר לקרוא את %1: %2.</translation>
    </message>
    <message>
        <source>Cannot write %1: %2.</source>
        <translation>אי אפשר לכתוב את %1: %2.</translation>
    </message>
    <message>
        <source>Damaged strokes that could not be read: %1.</source>
        <translation>קווים פגומים שלא היה אפשר לקרוא: %1.</translation>
    </message>
    <message>
        <source>The drawing cannot be saved as %1: %2.</source>
        <translation>אי אפשר לשמור את הציור בשם %1: %2.</translation>
    </message>
    <message>
        <source>The drawing was brought up to date; as it was, it is %1.</source>
        <translation>הציור עודכן; כפי שהיה, הוא נמצא ב־%1.</translation>
    </message>
    <message>
        <source>The drawing&apos;s history is damaged after step %1; what was drawn up to there is here.</source>
        <translation>היסטוריית הציור פגומה אחרי צעד %1; מה שצויר עד שם נמצא כאן.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made: %2.</source>
        <translation>אי אפשר ליצור את התיקייה %1: %2.</translation>
    </message>
    <message>
        <source>a part of the path is a file, not a folder</source>
        <translation>חלק מהנתיב הוא קובץ ולא תיקייה</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation>תוכנה אחרת משתמשת בזה</translation>
    </message>
    <message>
        <source>it cannot be opened; is the folder there, and may it be read and written?</source>
        <translation>אי אפשר לפתוח אותו; האם התיקייה קיימת, ומותר לקרוא ולכתוב בה?</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>זו תיקייה</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>הוא פגום</translation>
    </message>
    <message>
        <source>it is no Sketchwalk drawing</source>
        <translation>זה אינו ציור של Sketchwalk</translation>
    </message>
    <message>
        <source>it may not be written</source>
        <translation>אסור לכתוב אליו</translation>
    </message>
    <message>
        <source>it would be larger than allowed there</source>
        <translation>הוא יהיה גדול מהמותר שם</translation>
    </message>
    <message>
        <source>its links lead in a circle</source>
        <translation>הקישורים שלו מובילים במעגל</translation>
    </message>
    <message>
        <source>the disk does not answer as it should</source>
        <translation>הדיסק אינו עונה כמו שצריך</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>הדיסק מלא</translation>
    </message>
    <message>
        <source>the disk is full; make room, and the drawing is saved then</source>
        <translation>הדיסק מלא; פנו מקום, והציור יישמר אז</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>הדיסק לקריאה בלבד</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <translation>הדיסק מדווח על שגיאה</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>השם ארוך מדי</translation>
    </message>
    <message>
        <source>there is no permission for it</source>
        <translation>אין לכך הרשאה</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>אין קובץ כזה</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>יותר מדי קבצים פתוחים</translation>
    </message>
</context>
<context>
    <name>SheetWords</name>
    <message>
        <source>The layer &quot;%1&quot; is locked.</source>
        <translation>השכבה ”%1“ נעולה.</translation>
    </message>
    <message>
        <source>The layer &quot;%1&quot; is hidden.</source>
        <translation>השכבה ”%1“ מוסתרת.</translation>
    </message>
    <message>
        <source>Draw a line or go round an area with this brush.</source>
        <translation>במכחול הזה מציירים קו או מקיפים שטח.</translation>
    </message>
    <message>
        <source>Place %1</source>
        <translation>הצבה: %1</translation>
    </message>
    <message>
        <source>Draw %1</source>
        <translation>ציור: %1</translation>
    </message>
    <message>
        <source>Erase %1</source>
        <translation>מחיקה: %1</translation>
    </message>
    <message>
        <source>Erase part of %1</source>
        <translation>מחיקת חלק: %1</translation>
    </message>
    <message>
        <source>Scale %1</source>
        <translation>שינוי גודל: %1</translation>
    </message>
    <message>
        <source>Turn %1</source>
        <translation>סיבוב: %1</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>הזזה: %1</translation>
    </message>
    <message>
        <source>There is no picture under the paper yet.</source>
        <translation>עדיין אין תמונה מתחת לנייר.</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>תמונה</translation>
    </message>
    <message>
        <source>Bring %1 to front</source>
        <translation>הבאה לחזית: %1</translation>
    </message>
    <message>
        <source>Send %1 to back</source>
        <translation>שליחה לרקע: %1</translation>
    </message>
    <message>
        <source>Write &quot;%1&quot;</source>
        <translation>כתיבה: ”%1“</translation>
    </message>
    <message>
        <source>This layer is locked or hidden.</source>
        <translation>השכבה הזאת נעולה או מוסתרת.</translation>
    </message>
    <message>
        <source>%1 strokes</source>
        <translation>%1 קווים</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>כתב</translation>
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
        <translation>מצור על טירה</translation>
    </message>
    <message>
        <source>Coast</source>
        <translation>חוף</translation>
    </message>
    <message>
        <source>Desert</source>
        <translation>מדבר</translation>
    </message>
    <message>
        <source>Island</source>
        <translation>אי</translation>
    </message>
    <message>
        <source>Mountain pass</source>
        <translation>מעבר הרים</translation>
    </message>
    <message>
        <source>River valley</source>
        <translation>עמק נהר</translation>
    </message>
    <message>
        <source>Swamp</source>
        <translation>ביצה</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>כפר</translation>
    </message>
    <message>
        <source>Volcano</source>
        <translation>הר געש</translation>
    </message>
    <message>
        <source>Winter village</source>
        <translation>כפר בחורף</translation>
    </message>
</context>
<context>
    <name>Viewport</name>
    <message>
        <source>The 3D view needs a screen with OpenGL; this one (%1) has none.</source>
        <translation>התצוגה התלת־ממדית זקוקה למסך עם OpenGL; במסך הזה (%1) אין.</translation>
    </message>
    <message>
        <source>The 3D view could not start OpenGL. Update the graphics driver, or install Mesa&apos;s software driver (package libgl1-mesa-dri).</source>
        <translation>התצוגה התלת־ממדית לא הצליחה להפעיל OpenGL. יש לעדכן את מנהל ההתקן הגרפי, או להתקין את מנהל ההתקן של Mesa (חבילת libgl1-mesa-dri).</translation>
    </message>
    <message>
        <source>The 3D view needs OpenGL 3.3; %1 offers %2.%3.</source>
        <translation>התצוגה התלת־ממדית זקוקה ל־OpenGL 3.3; %1 מציע %2.%3.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1, several</source>
        <translation>%1, כמה</translation>
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
        <translation>”%1“ שייך לשמיים: כדאי לכתוב את זה במילים של המפה.</translation>
    </message>
    <message>
        <source>“%1” is not known. Try a simpler word.</source>
        <translation>”%1“ אינו מוכר. כדאי לנסות מילה פשוטה יותר.</translation>
    </message>
    <message>
        <source>“%1” is no ground. Try grass, sand or snow.</source>
        <translation>”%1“ אינו קרקע. כדאי לנסות grass, ‏sand או snow.</translation>
    </message>
    <message>
        <source>“%1” is drawn as %2.</source>
        <translation>”%1“ מצויר בתור %2.</translation>
    </message>
</context>
<context>
    <name>sketchwalk::render::MiniMap</name>
    <message>
        <source>The map from above. Click to look there.</source>
        <translation>המפה מלמעלה. לחיצה מביטה לשם.</translation>
    </message>
    <message>
        <source>Mini map</source>
        <translation>מפה מוקטנת</translation>
    </message>
</context>
<context>
    <name>sketchwalk::render::Viewport</name>
    <message>
        <source>3D view</source>
        <translation>תצוגה תלת־ממדית</translation>
    </message>
    <message>
        <source>The 3D view lacks its shaders. %1 Install the program again.</source>
        <translation>לתצוגה התלת־ממדית חסרים קובצי ההצללה. %1 יש להתקין את התוכנה מחדש.</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::BrushPalette</name>
    <message>
        <source>Brushes</source>
        <translation>מכחולים</translation>
    </message>
    <message>
        <source>Brushes used last</source>
        <translation>מכחולים אחרונים</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>עט</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>מים</translation>
    </message>
    <message>
        <source>Relief</source>
        <translation>תבליט</translation>
    </message>
    <message>
        <source>Surfaces</source>
        <translation>משטחים</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>מבנים</translation>
    </message>
    <message>
        <source>Structures</source>
        <translation>בנייה</translation>
    </message>
    <message>
        <source>Plants</source>
        <translation>צמחים</translation>
    </message>
    <message>
        <source>Props</source>
        <translation>חפצים</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>משחק</translation>
    </message>
    <message>
        <source>Find, or say it: pine forest</source>
        <translation>חיפוש או תיאור: pine forest</translation>
    </message>
    <message>
        <source>Find a brush</source>
        <translation>חיפוש מכחול</translation>
    </message>
    <message>
        <source>Type what you want to draw, in your own words; Enter takes the first that fits</source>
        <translation>כותבים באנגלית מה לצייר; Enter בוחר את הראשון שמתאים</translation>
    </message>
    <message>
        <source>Names under the icons</source>
        <translation>שמות מתחת לסמלים</translation>
    </message>
    <message>
        <source>%1 (also: %2)</source>
        <translation>%1 (גם: %2)</translation>
    </message>
    <message>
        <source>Draw “%1”</source>
        <translation>ציור ”%1“</translation>
    </message>
    <message>
        <source>Draw what is written above</source>
        <translation>לצייר את מה שכתוב למעלה</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::CommandSearch</name>
    <message>
        <source>Nothing is called that.</source>
        <translation>אין דבר בשם הזה.</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>חיפוש פקודה</translation>
    </message>
    <message>
        <source>What you want to do</source>
        <translation>מה לעשות</translation>
    </message>
    <message>
        <source>A few letters; arrows choose, Enter does it, Esc leaves</source>
        <translation>כמה אותיות; החצים בוחרים, Enter מבצע, Esc יוצא</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>מה לעשות?</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>פקודות שנמצאו</translation>
    </message>
    <message>
        <source>A click does it</source>
        <translation>לחיצה מבצעת</translation>
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
        <translation>מה קרה בפעם הקודמת</translation>
    </message>
    <message>
        <source>Sketchwalk ended unexpectedly. Nothing drawn is lost; a report lies in %1</source>
        <translation>Sketchwalk נסגר באופן לא צפוי. שום ציור לא אבד; דוח נמצא ב־%1</translation>
    </message>
    <message>
        <source>Opens its folder. The report stays on this machine.</source>
        <translation>פותח את התיקייה שלו. הדוח נשאר במחשב הזה.</translation>
    </message>
    <message>
        <source>Close this note</source>
        <translation>סגירת ההודעה</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::DiagnosticsPanel</name>
    <message>
        <source>Report</source>
        <translation>דיווח</translation>
    </message>
    <message>
        <source>Nothing to report</source>
        <translation>אין מה לדווח</translation>
    </message>
    <message>
        <source>What was odd about the map</source>
        <translation>מה היה מוזר במפה</translation>
    </message>
    <message>
        <source>Enter, or a click, shows what it is about</source>
        <translation>Enter או לחיצה מראים במה מדובר</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n times)</source>
        <translation>
            <numerusform>%1 (%n פעמים)</numerusform>
            <numerusform>%1 (%n פעמים)</numerusform>
        </translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>אזהרה: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>הערה: %1</translation>
    </message>
    <message>
        <source>Enter, or a click, selects the stroke</source>
        <translation>Enter או לחיצה בוחרים את הקו</translation>
    </message>
    <message>
        <source>Enter, or a click, selects one stroke after the other</source>
        <translation>Enter או לחיצה בוחרים קו אחר קו</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>One warning</source>
        <translation>אזהרה אחת</translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n אזהרה</numerusform>
            <numerusform>%n אזהרות</numerusform>
        </translation>
    </message>
    <message>
        <source>one note</source>
        <translation>הערה אחת</translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n הערה</numerusform>
            <numerusform>%n הערות</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::DrawingFiles</name>
    <message>
        <source>You draw on a copy of your own, which is kept; save it under a name when you like.</source>
        <translation>הציור הוא על עותק משלך, והוא נשמר; אפשר לתת לו שם בכל עת.</translation>
    </message>
    <message>
        <source>The map could not be opened (%1).</source>
        <translation>לא ניתן היה לפתוח את המפה (%1).</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::ExportDialog</name>
    <message>
        <source>Any program that reads glTF</source>
        <translation>כל תוכנה שקוראת glTF</translation>
    </message>
    <message>
        <source>The web (compact)</source>
        <translation>הרשת (חסכוני)</translation>
    </message>
    <message>
        <source>The export failed (%1).</source>
        <translation>הייצוא נכשל (%1).</translation>
    </message>
    <message>
        <source>Export the world</source>
        <translation>ייצוא העולם</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>&amp;מנוע</translation>
    </message>
    <message>
        <source>&amp;Choose...</source>
        <translation>&amp;בחירה...</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>&amp;תיקייה</translation>
    </message>
    <message>
        <source>Folder for the world</source>
        <translation>תיקייה לעולם</translation>
    </message>
    <message>
        <source>&amp;Heights, surfaces and a preview picture beside the scene</source>
        <translation>&amp;גבהים, משטחים ותמונה מקדימה לצד הסצנה</translation>
    </message>
    <message>
        <source>Where one can &amp;walk, as a navigation mesh</source>
        <translation>היכן אפשר &amp;ללכת, כרשת ניווט</translation>
    </message>
    <message>
        <source>A solid for &amp;3D printing</source>
        <translation>גוף להדפסה ב־&amp;3D</translation>
    </message>
    <message>
        <source>Files that will be written</source>
        <translation>קבצים שייכתבו</translation>
    </message>
    <message>
        <source>File</source>
        <translation>קובץ</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>גודל</translation>
    </message>
    <message>
        <source>O&amp;pen the folder</source>
        <translation>&amp;פתיחת התיקייה</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;ייצוא</translation>
    </message>
    <message>
        <source>For %1.</source>
        <translation>עבור %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n קובץ, %1</numerusform>
            <numerusform>%n קבצים, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a folder first.</source>
        <translation>קודם יש לבחור תיקייה.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Choose another one.</source>
        <translation>אי אפשר ליצור את התיקייה %1. יש לבחור אחרת.</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>נכתב אל %1.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>עצירה</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Export and replace %n file(s)</source>
        <translation>
            <numerusform>&amp;ייצוא והחלפה של %n קובץ</numerusform>
            <numerusform>&amp;ייצוא והחלפה של %n קבצים</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Nothing was left half-written.</source>
        <translation>נעצר. שום קובץ לא נשאר כתוב למחצה.</translation>
    </message>
    <message>
        <source>Which program will open the world; the files are made as it likes them</source>
        <translation>איזו תוכנה תפתח את העולם; הקבצים נעשים כפי שהיא אוהבת</translation>
    </message>
    <message>
        <source>Where the files will lie; a new folder is made</source>
        <translation>היכן יהיו הקבצים; תיקייה חדשה נוצרת</translation>
    </message>
    <message>
        <source>Chooses the folder</source>
        <translation>בחירת התיקייה</translation>
    </message>
    <message>
        <source>What a terrain of the engine&apos;s own is made of</source>
        <translation>ממה נעשה שטח של המנוע עצמו</translation>
    </message>
    <message>
        <source>For figures that find their own way</source>
        <translation>לדמויות שמוצאות את דרכן</translation>
    </message>
    <message>
        <source>An STL file, closed on all sides</source>
        <translation>קובץ STL, סגור מכל צד</translation>
    </message>
    <message>
        <source>How far the export is</source>
        <translation>כמה מהייצוא נעשה</translation>
    </message>
    <message>
        <source>Shows the files in the file manager</source>
        <translation>הצגת הקבצים במנהל הקבצים</translation>
    </message>
    <message>
        <source>Leaves; what is being written is stopped</source>
        <translation>יציאה; כתיבה שמתבצעת נעצרת</translation>
    </message>
    <message>
        <source>Writes the files listed above</source>
        <translation>כתיבת הקבצים שלמעלה</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::HistoryModel</name>
    <message>
        <source>Where it began</source>
        <translation>ההתחלה</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, undone</source>
        <translation>%1, %2, בוטל</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>היסטוריה</translation>
    </message>
    <message>
        <source>Steps, oldest first</source>
        <translation>צעדים, מהישן לחדש</translation>
    </message>
    <message>
        <source>Choose a step to go back, or forward, to it</source>
        <translation>בחירת צעד חוזרת אליו, או מתקדמת אליו</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::InkCorrections</name>
    <message>
        <source>Read ink again</source>
        <translation>קריאת הדיו מחדש</translation>
    </message>
    <message>
        <source>Leave ink as it is</source>
        <translation>השארת הדיו כמות שהוא</translation>
    </message>
    <message>
        <source>Ink is writing</source>
        <translation>הדיו הוא כתב</translation>
    </message>
    <message>
        <source>Ink is %1</source>
        <translation>הדיו הוא %1</translation>
    </message>
    <message>
        <source>This layer is locked or hidden.</source>
        <translation>השכבה הזאת נעולה או מוסתרת.</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::InkMemory</name>
    <message>
        <source>What was remembered of your drawings cannot be read and was set aside as %1. (%2)</source>
        <translation>אי אפשר לקרוא את מה שנשמר מהציורים שלך, והוא הונח בצד בשם %1. (%2)</translation>
    </message>
    <message>
        <source>%1 cannot be removed: %2</source>
        <translation>אי אפשר להסיר את %1: %2</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::InkPage</name>
    <message>
        <source>&amp;Remember how I draw things</source>
        <translation>&amp;לזכור איך אני מצייר דברים</translation>
    </message>
    <message>
        <source>&amp;Forget all of it</source>
        <translation>לש&amp;כוח הכול</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>דיו</translation>
    </message>
    <message>
        <source>When you correct what ink was read as, that drawing is remembered for all others</source>
        <translation>כשמתקנים את מה שנקרא מן הדיו, הציור הזה נזכר לכל האחרים</translation>
    </message>
    <message>
        <source>What you correct is kept in a file on this computer and goes nowhere else. A drawing takes those along that its ink is read with, so that it becomes the same world everywhere.</source>
        <translation>מה שמתקנים נשמר בקובץ במחשב הזה ואינו יוצא ממנו. ציור לוקח איתו את מה שהדיו שלו נקרא לפיו, כדי שבכל מקום ייעשה ממנו אותו עולם.</translation>
    </message>
    <message>
        <source>Drawings that are remembered</source>
        <translation>ציורים שנזכרים</translation>
    </message>
    <message>
        <source>What you corrected, and what it shows</source>
        <translation>מה שתיקנת, ומה רואים בו</translation>
    </message>
    <message>
        <source>The file is removed; drawings stay as they are</source>
        <translation>הקובץ מוסר; הציורים נשארים כמות שהם</translation>
    </message>
    <message>
        <source>Nothing is remembered.</source>
        <translation>שום דבר אינו נזכר.</translation>
    </message>
    <message numerus="yes">
        <source>%n drawings are remembered:</source>
        <translation>
            <numerusform>ציור %n נזכר:</numerusform>
            <numerusform>%n ציורים נזכרים:</numerusform>
        </translation>
    </message>
    <message>
        <source>stays ink</source>
        <translation>נשאר דיו</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>כתב</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::InkPicker</name>
    <message>
        <source>What is this?</source>
        <translation>מה זה?</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>אין דבר בשם הזה.</translation>
    </message>
    <message>
        <source>What is this ink? It is read as %1.</source>
        <translation>מה הדיו הזה? הוא נקרא כ%1.</translation>
    </message>
    <message>
        <source>What is this ink?</source>
        <translation>מה הדיו הזה?</translation>
    </message>
    <message>
        <source>Find what it is</source>
        <translation>חיפוש מה זה</translation>
    </message>
    <message>
        <source>A few letters find everything that can be drawn; arrows choose, Enter takes it, Esc leaves</source>
        <translation>כמה אותיות מוצאות כל מה שאפשר לצייר; החצים בוחרים, Enter לוקח, Esc עוזב</translation>
    </message>
    <message>
        <source>Something else?</source>
        <translation>משהו אחר?</translation>
    </message>
    <message>
        <source>What it may be</source>
        <translation>מה זה יכול להיות</translation>
    </message>
    <message>
        <source>A tap chooses</source>
        <translation>הקשה בוחרת</translation>
    </message>
    <message>
        <source>It is writing</source>
        <translation>זה כתב</translation>
    </message>
    <message>
        <source>It stays as it is written, and nothing is built of it</source>
        <translation>הוא נשאר ככתוב, ודבר אינו נבנה ממנו</translation>
    </message>
    <message>
        <source>None of these: it stays ink</source>
        <translation>אף אחד מאלה: נשאר דיו</translation>
    </message>
    <message>
        <source>Nothing is built of it</source>
        <translation>דבר אינו נבנה ממנו</translation>
    </message>
    <message>
        <source>Let the program find out</source>
        <translation>שהתוכנה תגלה</translation>
    </message>
    <message>
        <source>What you said of it is forgotten</source>
        <translation>מה שאמרת עליו נשכח</translation>
    </message>
    <message>
        <source>%1  ✓</source>
        <translation>%1  ✓</translation>
    </message>
    <message>
        <source>%1, as it is now</source>
        <translation>%1, כפי שזה עכשיו</translation>
    </message>
    <message>
        <source>%1 % sure</source>
        <translation>בטוח ב־%1 %</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::KeyBindings</name>
    <message>
        <source>Arrows; with Shift: faster</source>
        <translation>חצים; עם Shift מהר יותר</translation>
    </message>
    <message>
        <source>Move the paper</source>
        <translation>הזזת הנייר</translation>
    </message>
    <message>
        <source>Space and drag</source>
        <translation>רווח וגרירה</translation>
    </message>
    <message>
        <source>Move the paper with the pen</source>
        <translation>הזזת הנייר בעט</translation>
    </message>
    <message>
        <source>+, -, 0, 1</source>
        <translation>+, -, 0, 1</translation>
    </message>
    <message>
        <source>Zoom the paper: in, out, all of it, 100 %</source>
        <translation>זום בנייר: פנימה, החוצה, הכול, 100 %</translation>
    </message>
    <message>
        <source>Del, Backspace</source>
        <translation>Del, Backspace</translation>
    </message>
    <message>
        <source>Erase what is selected</source>
        <translation>מחיקת הנבחר</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Leave the stroke, or the selection</source>
        <translation>יציאה מהקו או מהבחירה</translation>
    </message>
    <message>
        <source>Alt and arrows; Enter</source>
        <translation>Alt וחצים; Enter</translation>
    </message>
    <message>
        <source>Draw without a pen: move a cross; set it down, lift it</source>
        <translation>ציור בלי עט: הזזת צלב; הנחה והרמה</translation>
    </message>
    <message>
        <source>Shift while drawing</source>
        <translation>Shift בזמן ציור</translation>
    </message>
    <message>
        <source>A straight line; with Ctrl, in steps of 15 degrees</source>
        <translation>קו ישר; עם Ctrl בצעדים של 15 מעלות</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::KeysPage</name>
    <message>
        <source>Keys</source>
        <translation>מקשים</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>חיפוש במקשים</translation>
    </message>
    <message>
        <source>By what it does, or by a key&apos;s name</source>
        <translation>לפי הפעולה, או לפי שם המקש</translation>
    </message>
    <message>
        <source>Search: zoom, Ctrl+D...</source>
        <translation>חיפוש: זום, Ctrl+D...</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>מקשים ומה הם עושים</translation>
    </message>
    <message>
        <source>Choose a row to change its keys below</source>
        <translation>בחירת שורה מאפשרת לשנות את מקשיה למטה</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>הפעולה</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>מקשים חדשים</translation>
    </message>
    <message>
        <source>Press the new keys here</source>
        <translation>כאן לוחצים על המקשים החדשים</translation>
    </message>
    <message>
        <source>&amp;Use them</source>
        <translation>&amp;שימוש</translation>
    </message>
    <message>
        <source>The chosen row gets the keys pressed at the left</source>
        <translation>השורה הנבחרת מקבלת את המקשים שנלחצו</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;ללא</translation>
    </message>
    <message>
        <source>The chosen row has no keys</source>
        <translation>לשורה הנבחרת אין מקשים</translation>
    </message>
    <message>
        <source>As &amp;delivered</source>
        <translation>כמו ב&amp;מקור</translation>
    </message>
    <message>
        <source>The chosen row gets back its first keys</source>
        <translation>השורה הנבחרת מקבלת בחזרה את מקשיה המקוריים</translation>
    </message>
    <message>
        <source>&amp;All as delivered</source>
        <translation>ה&amp;כול כמו במקור</translation>
    </message>
    <message>
        <source>Every row gets back its first keys</source>
        <translation>כל השורות מקבלות בחזרה את המקשים המקוריים</translation>
    </message>
    <message>
        <source>On the paper; these keys stay as they are</source>
        <translation>על הנייר; המקשים האלה אינם משתנים</translation>
    </message>
    <message>
        <source>These are the paper&apos;s own keys; they stay as they are.</source>
        <translation>אלה המקשים של הנייר עצמו; הם אינם משתנים.</translation>
    </message>
    <message>
        <source>%1 is taken: “%2” has it, and loses it if you use it here.</source>
        <translation>%1 תפוס: הוא שייך ל”%2“, ויילקח משם אם יהיה בשימוש כאן.</translation>
    </message>
    <message>
        <source>%1 belongs to the paper: “%2”. Choose other keys.</source>
        <translation>%1 שייך לנייר: ”%2“. יש לבחור מקשים אחרים.</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::LabelEditor</name>
    <message>
        <source>Words on the map</source>
        <translation>מילים על המפה</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>שם</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::LayersModel</name>
    <message>
        <source>one thing drawn here</source>
        <translation>דבר אחד צויר כאן</translation>
    </message>
    <message numerus="yes">
        <source>%n things drawn here</source>
        <translation>
            <numerusform>%n דבר צויר כאן</numerusform>
            <numerusform>%n דברים צוירו כאן</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation>%1, מוסתרת</translation>
    </message>
    <message>
        <source>%1, locked</source>
        <translation>%1, נעולה</translation>
    </message>
    <message>
        <source>Rename layer</source>
        <translation>שינוי שם השכבה</translation>
    </message>
    <message>
        <source>Show layer</source>
        <translation>הצגת השכבה</translation>
    </message>
    <message>
        <source>Hide layer</source>
        <translation>הסתרת השכבה</translation>
    </message>
    <message>
        <source>Lock layer</source>
        <translation>נעילת השכבה</translation>
    </message>
    <message>
        <source>Unlock layer</source>
        <translation>שחרור השכבה</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::LayersPanel</name>
    <message>
        <source>Layers</source>
        <translation>שכבות</translation>
    </message>
    <message>
        <source>Layers, topmost first</source>
        <translation>שכבות, מהעליונה</translation>
    </message>
    <message>
        <source>Layers, topmost first. F2 renames, Space shows and hides, L locks, Ctrl+Up and Ctrl+Down move</source>
        <translation>שכבות, מהעליונה. F2 משנה שם, רווח מציג ומסתיר, L נועל, Ctrl+חץ מעלה ו־Ctrl+חץ מטה מזיזים</translation>
    </message>
    <message>
        <source>&amp;Opacity</source>
        <translation>&amp;אטימות</translation>
    </message>
    <message>
        <source>Opacity of the layer</source>
        <translation>אטימות השכבה</translation>
    </message>
    <message>
        <source>How opaque the layer is on the paper; the world shows it whole</source>
        <translation>כמה השכבה אטומה על הנייר; בעולם היא נראית במלואה</translation>
    </message>
    <message>
        <source>Opacity of layer</source>
        <translation>אטימות השכבה</translation>
    </message>
    <message>
        <source>Add a layer above this one</source>
        <translation>הוספת שכבה מעל זו</translation>
    </message>
    <message>
        <source>Rename the layer (F2)</source>
        <translation>שינוי שם השכבה (F2)</translation>
    </message>
    <message>
        <source>Move the layer up (Ctrl+Up)</source>
        <translation>הזזת השכבה מעלה (Ctrl+חץ מעלה)</translation>
    </message>
    <message>
        <source>Move the layer down (Ctrl+Down)</source>
        <translation>הזזת השכבה מטה (Ctrl+חץ מטה)</translation>
    </message>
    <message>
        <source>Delete the layer with what is drawn on it (Delete)</source>
        <translation>מחיקת השכבה עם מה שצויר בה (Delete)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>שכבה %1</translation>
    </message>
    <message>
        <source>Add layer</source>
        <translation>הוספת שכבה</translation>
    </message>
    <message>
        <source>Delete layer “%1”</source>
        <translation>מחיקת השכבה ”%1“</translation>
    </message>
    <message>
        <source>Move layer</source>
        <translation>הזזת שכבה</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::LogSlider</name>
    <message>
        <source> m</source>
        <translation> מ׳</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::MainWindow</name>
    <message>
        <source>Tools</source>
        <translation>כלים</translation>
    </message>
    <message>
        <source>Brushes</source>
        <translation>מכחולים</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>לוחות</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>מפה</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>בחירה</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>שכבות</translation>
    </message>
    <message>
        <source>History</source>
        <translation>היסטוריה</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>הערות</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>נשמר בשם %1.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>ללא שם</translation>
    </message>
    <message>
        <source>Esc: back to %1</source>
        <translation>Esc: חזרה אל %1</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;ביטול %1</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>ביצוע &amp;חוזר של %1</translation>
    </message>
    <message>
        <source>Sketchwalk</source>
        <translation>Sketchwalk</translation>
    </message>
    <message>
        <source>%1 (kept, without a name yet) - Sketchwalk</source>
        <translation>%1 (נשמר, עדיין ללא שם) - Sketchwalk</translation>
    </message>
    <message>
        <source>%1 - Sketchwalk</source>
        <translation>%1 - Sketchwalk</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>מכחול</translation>
    </message>
    <message>
        <source>What to draw with</source>
        <translation>במה מציירים</translation>
    </message>
    <message>
        <source>Brushes are things: a river, a forest, a house. Choose one, or write in your own words what it should be.</source>
        <translation>המכחולים הם דברים: נהר, יער, בית. אפשר לבחור אחד, או לכתוב באנגלית מה זה צריך להיות.</translation>
    </message>
    <message>
        <source>The paper</source>
        <translation>הנייר</translation>
    </message>
    <message>
        <source>Draw here, with pen, mouse or finger. Every stroke is kept at once; Undo takes back as many as you like.</source>
        <translation>כאן מציירים, בעט, בעכבר או באצבע. כל קו נשמר מיד; הביטול מחזיר לאחור כמה שרוצים.</translation>
    </message>
    <message>
        <source>The world</source>
        <translation>העולם</translation>
    </message>
    <message>
        <source>It follows every stroke. Drag to turn about it, and choose the time of day below. A click on a thing selects its stroke.</source>
        <translation>הוא מתעדכן עם כל קו. גרירה מסובבת אותו, ולמטה בוחרים את שעת היום. לחיצה על דבר בוחרת את הקו שלו.</translation>
    </message>
    <message>
        <source>The map and what is on it</source>
        <translation>המפה ומה שעליה</translation>
    </message>
    <message>
        <source>Size, season and climate of the map, what is selected, layers, and the history of every step.</source>
        <translation>גודל, עונה ואקלים של המפה, מה שנבחר, שכבות, וההיסטוריה של כל צעד.</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>כל השאר</translation>
    </message>
    <message>
        <source>Export writes the world for your engine. Help, Find a command finds all that can be done.</source>
        <translation>הייצוא כותב את העולם עבור המנוע שלך. ”חיפוש פקודה“ בתפריט העזרה מוצא כל מה שאפשר לעשות.</translation>
    </message>
    <message>
        <source>Export writes the world for your engine. %1 finds all that can be done.</source>
        <translation>הייצוא כותב את העולם עבור המנוע שלך. %1 מוצא כל מה שאפשר לעשות.</translation>
    </message>
    <message>
        <source>Open a map</source>
        <translation>פתיחת מפה</translation>
    </message>
    <message>
        <source>Maps (*.sketchwalk *.json *.png *.jpg *.jpeg *.svg *.ndjson);;All files (*)</source>
        <translation>מפות (*.sketchwalk *.json *.png *.jpg *.jpeg *.svg *.ndjson);;כל הקבצים (*)</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>שמירת עותק</translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation>שמירת הציור</translation>
    </message>
    <message>
        <source>Sketchwalk drawings (*.sketchwalk)</source>
        <translation>ציורי Sketchwalk (*.sketchwalk)</translation>
    </message>
    <message>
        <source>The world is still being built; the export opens when it is there.</source>
        <translation>העולם עדיין נבנה; הייצוא ייפתח כשיהיה מוכן.</translation>
    </message>
    <message>
        <source>&amp;As painted</source>
        <translation>כמו ש&amp;צויר</translation>
    </message>
    <message>
        <source>For &amp;deuteranopia</source>
        <translation>עבור &amp;דאוטרנופיה</translation>
    </message>
    <message>
        <source>For &amp;protanopia</source>
        <translation>עבור &amp;פרוטנופיה</translation>
    </message>
    <message>
        <source>For &amp;tritanopia</source>
        <translation>עבור &amp;טריטנופיה</translation>
    </message>
    <message>
        <source>&amp;Colours of the paper</source>
        <translation>&amp;צבעי הנייר</translation>
    </message>
    <message>
        <source>About Sketchwalk</source>
        <translation>אודות Sketchwalk</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Sketchwalk %1&lt;/h3&gt;&lt;p&gt;Draw a map, walk in it.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Sketchwalk %1&lt;/h3&gt;&lt;p&gt;לצייר מפה וללכת בתוכה.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>לוח</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>כלי</translation>
    </message>
    <message>
        <source>There is no world to walk in yet: draw something first.</source>
        <translation>עדיין אין עולם ללכת בו: קודם מציירים משהו.</translation>
    </message>
    <message>
        <source>There is no screen to show the world on, so one cannot walk in it.</source>
        <translation>אין מסך להציג עליו את העולם, ולכן אי אפשר ללכת בו.</translation>
    </message>
    <message>
        <source>The brush draws on the ground of the world now; a drag no longer turns the view.</source>
        <translation>המברשת מציירת עכשיו על קרקע העולם; גרירה כבר לא מסובבת את המבט.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Shall Sketchwalk remember how you draw things?</source>
        <translation>האם Sketchwalk יזכור איך דברים מצוירים אצלך?</translation>
    </message>
    <message>
        <source>&amp;Remember</source>
        <translation>&amp;לזכור</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>ל&amp;א</translation>
    </message>
    <message>
        <source>This correction and those to come</source>
        <translation>התיקון הזה והבאים אחריו</translation>
    </message>
    <message>
        <source>Corrections hold in this drawing alone</source>
        <translation>התיקונים תקפים בציור הזה בלבד</translation>
    </message>
    <message>
        <source>What you correct is then read right the next time, in every drawing. The corrected drawings are kept in a file on this computer and go nowhere else; the preferences can forget them. A drawing takes those along that its ink is read with.</source>
        <translation>מה שמתקנים ייקרא אז נכון בפעם הבאה, בכל ציור. הציורים המתוקנים נשמרים בקובץ במחשב הזה ואינם יוצאים ממנו; בהעדפות אפשר לשכוח אותם. ציור לוקח איתו את אלה שהדיו שלו נקרא לפיהם.</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::MapPanel</name>
    <message>
        <source>Map</source>
        <translation>מפה</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>גודל</translation>
    </message>
    <message>
        <source>Width, west to east</source>
        <translation>רוחב, ממערב למזרח</translation>
    </message>
    <message>
        <source>Height, north to south</source>
        <translation>גובה, מצפון לדרום</translation>
    </message>
    <message>
        <source>Keep it square</source>
        <translation>לשמור על ריבוע</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>מקום</translation>
    </message>
    <message>
        <source>Ground where nothing is drawn</source>
        <translation>הקרקע היכן שלא צויר דבר</translation>
    </message>
    <message>
        <source>What lies where nothing is drawn: choose, or say it in your own words and press Enter</source>
        <translation>מה נמצא היכן שלא צויר דבר: אפשר לבחור, או לכתוב באנגלית וללחוץ Enter</translation>
    </message>
    <message>
        <source>&amp;Ground</source>
        <translation>&amp;קרקע</translation>
    </message>
    <message>
        <source>The place in words</source>
        <translation>המקום במילים</translation>
    </message>
    <message>
        <source>The place in your own words; climate and season come from them</source>
        <translation>המקום במילים באנגלית; האקלים והעונה נקבעים לפיהן</translation>
    </message>
    <message>
        <source>A snowy village by a river, in winter</source>
        <translation>A snowy village by a river, in winter</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>&amp;מילים</translation>
    </message>
    <message>
        <source>World</source>
        <translation>עולם</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>מספר התחלה</translation>
    </message>
    <message>
        <source>The same number gives the same world; another one shuffles what was not drawn</source>
        <translation>אותו מספר נותן אותו עולם; מספר אחר מערבב את מה שלא צויר</translation>
    </message>
    <message>
        <source>Roll the dice: another seed</source>
        <translation>הטלת קובייה: מספר התחלה אחר</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>מספר ה&amp;תחלה</translation>
    </message>
    <message>
        <source>From above</source>
        <translation>מלמעלה</translation>
    </message>
    <message>
        <source>At an angle (isometric)</source>
        <translation>באלכסון (איזומטרי)</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>צויר</translation>
    </message>
    <message>
        <source>Whether the paper shows the land from above or at an angle. What is drawn is read that way</source>
        <translation>האם הנייר מראה את הארץ מלמעלה או באלכסון. כך נקרא מה שצויר</translation>
    </message>
    <message>
        <source>Change the view</source>
        <translation>שינוי המבט</translation>
    </message>
    <message>
        <source>&amp;Drawn</source>
        <translation>צ&amp;ויר</translation>
    </message>
    <message>
        <source>Size %1 × %2 m</source>
        <translation>גודל %1 × %2 מ׳</translation>
    </message>
    <message>
        <source>Ground: %1</source>
        <translation>קרקע: %1</translation>
    </message>
    <message>
        <source>Words of the place</source>
        <translation>מילות המקום</translation>
    </message>
    <message>
        <source>Seed %1</source>
        <translation>מספר התחלה %1</translation>
    </message>
    <message>
        <source>One drawn thing lies off the map. It is kept, not built, and comes back when the map grows.</source>
        <translation>דבר אחד שצויר נמצא מחוץ למפה. הוא נשמר, לא נבנה, וחוזר כשהמפה גדלה.</translation>
    </message>
    <message numerus="yes">
        <source>%n drawn things lie off the map. They are kept, not built, and come back when the map grows.</source>
        <translation>
            <numerusform>%n דברים שצוירו נמצאים מחוץ למפה. הם נשמרים, לא נבנים, וחוזרים כשהמפה גדלה.</numerusform>
            <numerusform>%n דברים שצוירו נמצאים מחוץ למפה. הם נשמרים, לא נבנים, וחוזרים כשהמפה גדלה.</numerusform>
        </translation>
    </message>
    <message>
        <source>Climate: %1</source>
        <translation>אקלים: %1</translation>
    </message>
    <message>
        <source> · season: %1</source>
        <translation> · עונה: %1</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>לא נאמר</translation>
    </message>
    <message>
        <source> · ground: %1</source>
        <translation> · קרקע: %1</translation>
    </message>
    <message>
        <source>Picture under the paper</source>
        <translation>תמונה מתחת לנייר</translation>
    </message>
    <message>
        <source>&amp;Choose a picture...</source>
        <translation>&amp;בחירת תמונה...</translation>
    </message>
    <message>
        <source>A photo or scan to trace; it never becomes part of the world</source>
        <translation>צילום או סריקה להעתקה; הם לא נהיים חלק מהעולם</translation>
    </message>
    <message>
        <source>Show the picture</source>
        <translation>הצגת התמונה</translation>
    </message>
    <message>
        <source>Opacity of the picture</source>
        <translation>אטימות התמונה</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>הסרת התמונה</translation>
    </message>
    <message>
        <source>Hide the picture</source>
        <translation>הסתרת התמונה</translation>
    </message>
    <message>
        <source>A picture to trace</source>
        <translation>תמונה להעתקה</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.gif)</source>
        <translation>תמונות (*.png *.jpg *.jpeg *.webp *.bmp *.gif)</translation>
    </message>
    <message>
        <source>“%1” cannot be used: %2</source>
        <translation>אי אפשר להשתמש ב”%1“: %2</translation>
    </message>
    <message>
        <source>it is larger than 64 MB</source>
        <translation>היא גדולה מ־64 מ״ב</translation>
    </message>
    <message>
        <source>it is no picture that can be read</source>
        <translation>זו אינה תמונה שאפשר לקרוא</translation>
    </message>
    <message>
        <source>it cannot be converted</source>
        <translation>אי אפשר להמיר אותה</translation>
    </message>
    <message>
        <source>Picture “%1”</source>
        <translation>תמונה ”%1“</translation>
    </message>
    <message>
        <source>%1 m for a pixel; the tool “Move the picture” places it</source>
        <translation>%1 מ׳ לפיקסל; הכלי ”הזזת התמונה“ ממקם אותה</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>העדפות</translation>
    </message>
    <message>
        <source>Pages of the preferences</source>
        <translation>דפי ההעדפות</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>&amp;מראה</translation>
    </message>
    <message>
        <source>&amp;Pen</source>
        <translation>&amp;עט</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;מקשים</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;סגירה</translation>
    </message>
    <message>
        <source>Everything is kept already</source>
        <translation>הכול כבר נשמר</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>ערכת צבעים</translation>
    </message>
    <message>
        <source>Whether the window is light or dark</source>
        <translation>האם החלון בהיר או כהה</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>כמו שולחן העבודה</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>בהיר</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>כהה</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>&amp;ערכת צבעים:</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>גודל הכול</translation>
    </message>
    <message>
        <source>How large words, icons and buttons are</source>
        <translation>גודל המילים, הסמלים והכפתורים</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>&amp;Size of everything:</source>
        <translation>&amp;גודל הכול:</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>שפה</translation>
    </message>
    <message>
        <source>The language of the window</source>
        <translation>שפת החלון</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;שפה:</translation>
    </message>
    <message>
        <source>Colours of the paper</source>
        <translation>צבעי הנייר</translation>
    </message>
    <message>
        <source>For eyes that see some colours as one</source>
        <translation>לעיניים שרואות כמה צבעים כאחד</translation>
    </message>
    <message>
        <source>&amp;Colours of the paper:</source>
        <translation>&amp;צבעי הנייר:</translation>
    </message>
    <message>
        <source>Only the &amp;pen draws</source>
        <translation>רק ה&amp;עט מצייר</translation>
    </message>
    <message>
        <source>Fingers and the hand&apos;s heel move the paper and never draw</source>
        <translation>אצבעות וכף היד מזיזות את הנייר ולא מציירות</translation>
    </message>
    <message>
        <source>For tablets whose screen feels fingers too. While a pen is near, a resting hand does nothing in any case.</source>
        <translation>ללוחות שהמסך שלהם חש גם אצבעות. כל עוד עט קרוב, יד מונחת אינה עושה דבר בכל מקרה.</translation>
    </message>
    <message>
        <source>Steadiness of lines</source>
        <translation>יציבות הקווים</translation>
    </message>
    <message>
        <source>How much a trembling hand is smoothed</source>
        <translation>כמה להחליק יד רועדת</translation>
    </message>
    <message>
        <source>&amp;Steadiness:</source>
        <translation>&amp;יציבות:</translation>
    </message>
    <message>
        <source>At the left, lines go where the pen goes; at the right, they follow it calmly.</source>
        <translation>בתחילת הסרגל הקווים הולכים עם העט; בסופו הם עוקבים אחריו ברוגע.</translation>
    </message>
    <message>
        <source>Language and size change when Sketchwalk starts the next time.</source>
        <translation>השפה והגודל ישתנו בהפעלה הבאה של Sketchwalk.</translation>
    </message>
    <message>
        <source>&amp;Ink</source>
        <translation>די&amp;ו</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::RegionLocker</name>
    <message>
        <source>The region could not be locked (%1). The drawing is safe.</source>
        <translation>לא ניתן היה לנעול את האזור (%1). הציור בטוח.</translation>
    </message>
    <message>
        <source>The region is locked as soon as the world is as drawn.</source>
        <translation>האזור יינעל ברגע שהעולם יהיה כפי שצויר.</translation>
    </message>
    <message>
        <source>The region is too large to be locked at once; lock it in parts.</source>
        <translation>האזור גדול מכדי לנעול אותו בבת אחת; נעל אותו בחלקים.</translation>
    </message>
    <message>
        <source>There is nothing to lock in so small a region.</source>
        <translation>אין מה לנעול באזור קטן כל כך.</translation>
    </message>
    <message>
        <source>Lock a region</source>
        <translation>נעילת אזור</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::Sheet</name>
    <message>
        <source>Sheet</source>
        <translation>גיליון</translation>
    </message>
    <message>
        <source>The map as you draw it. Alt and the arrow keys move a pen, Enter sets it down and lifts it.</source>
        <translation>המפה כפי שהיא מצוירת. Alt ומקשי החצים מזיזים עט, Enter מניח ומרים אותו.</translation>
    </message>
    <message>
        <source>Erase %1</source>
        <translation>מחיקה: %1</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>שכפול: %1</translation>
    </message>
    <message>
        <source>Change %1 to %2</source>
        <translation>החלפת %1 ב%2</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 ק״מ</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 מ׳</translation>
    </message>
    <message>
        <source>There is no ink that was read.</source>
        <translation>אין דיו שנקרא.</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::StartPage</name>
    <message>
        <source>Start</source>
        <translation>התחלה</translation>
    </message>
    <message>
        <source>Start from a template</source>
        <translation>להתחיל מתבנית</translation>
    </message>
    <message>
        <source>Look at a sample</source>
        <translation>להביט בדוגמה</translation>
    </message>
    <message>
        <source>&lt;b style=&apos;font-size:x-large&apos;&gt;Sketchwalk&lt;/b&gt;&lt;br&gt;Draw a map, walk in it.</source>
        <translation>&lt;b style=&apos;font-size:x-large&apos;&gt;Sketchwalk&lt;/b&gt;&lt;br&gt;לצייר מפה וללכת בתוכה.</translation>
    </message>
    <message>
        <source>Size of the new map</source>
        <translation>גודל המפה החדשה</translation>
    </message>
    <message>
        <source>How large the new map is; it can be changed later</source>
        <translation>גודל המפה החדשה; אפשר לשנות אותו אחר כך</translation>
    </message>
    <message>
        <source>Small: 128 × 128 m</source>
        <translation>קטנה: 128 × 128 מ׳</translation>
    </message>
    <message>
        <source>Usual: 256 × 256 m</source>
        <translation>רגילה: 256 × 256 מ׳</translation>
    </message>
    <message>
        <source>Wide: 512 × 384 m</source>
        <translation>רחבה: 512 × 384 מ׳</translation>
    </message>
    <message>
        <source>Large: 512 × 512 m</source>
        <translation>גדולה: 512 × 512 מ׳</translation>
    </message>
    <message>
        <source>Region: 1024 × 1024 m</source>
        <translation>אזור: 1024 × 1024 מ׳</translation>
    </message>
    <message>
        <source>Country: 2048 × 2048 m</source>
        <translation>ארץ: 2048 × 2048 מ׳</translation>
    </message>
    <message>
        <source>&amp;New empty map</source>
        <translation>מפה &amp;ריקה חדשה</translation>
    </message>
    <message>
        <source>Begins with an empty sheet</source>
        <translation>מתחיל בגיליון ריק</translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation>&amp;פתיחה...</translation>
    </message>
    <message>
        <source>Opens a drawing, a sketch or a picture of a map</source>
        <translation>פותח ציור, סקיצה או תמונה של מפה</translation>
    </message>
    <message>
        <source>Go on with</source>
        <translation>להמשיך עם</translation>
    </message>
    <message>
        <source>Drawings opened last</source>
        <translation>ציורים שנפתחו לאחרונה</translation>
    </message>
    <message>
        <source>Drawings opened last; Delete takes one off this list</source>
        <translation>ציורים שנפתחו לאחרונה; Delete מסיר מהרשימה</translation>
    </message>
    <message>
        <source>Arrows choose, Enter begins with it</source>
        <translation>החצים בוחרים, Enter מתחיל</translation>
    </message>
    <message>
        <source>%1 (gone)</source>
        <translation>%1 (איננו)</translation>
    </message>
    <message>
        <source>%1 is not there any more</source>
        <translation>%1 כבר לא נמצא</translation>
    </message>
    <message>
        <source>“%1” is not there any more. Delete takes it off the list.</source>
        <translation>”%1“ כבר לא נמצא. Delete מסיר אותו מהרשימה.</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::StatusLine</name>
    <message>
        <source>How far the world is built</source>
        <translation>כמה מהעולם כבר נבנה</translation>
    </message>
    <message>
        <source>%1 m, %2 m</source>
        <translation>%1 מ׳, %2 מ׳</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>לא נשמר: %1</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>מצב</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::StrokeInspector</name>
    <message>
        <source>Selection</source>
        <translation>בחירה</translation>
    </message>
    <message>
        <source>Nothing is selected. Circle things with the selection tool.</source>
        <translation>דבר לא נבחר. אפשר להקיף דברים בכלי הבחירה.</translation>
    </message>
    <message>
        <source>It lies on a locked layer.</source>
        <translation>הוא נמצא בשכבה נעולה.</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>&amp;מכחול</translation>
    </message>
    <message>
        <source>Makes everything selected what the brush draws now</source>
        <translation>הופך את כל מה שנבחר למה שהמכחול מצייר עכשיו</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;רוחב</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>עט</translation>
    </message>
    <message>
        <source>Detail: exactly what is drawn. Block: roughly there; details are made up</source>
        <translation>מדויק: בדיוק מה שצויר. גס: בערך שם; הפרטים מומצאים</translation>
    </message>
    <message>
        <source>Various</source>
        <translation>שונים</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>מדויק</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>גס</translation>
    </message>
    <message>
        <source>Change pen</source>
        <translation>שינוי העט</translation>
    </message>
    <message>
        <source>&amp;Pen</source>
        <translation>&amp;עט</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>שכבה</translation>
    </message>
    <message>
        <source>Moves what is selected to another layer</source>
        <translation>מעביר את הנבחר לשכבה אחרת</translation>
    </message>
    <message>
        <source>Move to layer “%1”</source>
        <translation>העברה לשכבה ”%1“</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>&amp;שכבה</translation>
    </message>
    <message>
        <source>Words of the label</source>
        <translation>מילות הכיתוב</translation>
    </message>
    <message>
        <source>What is written there</source>
        <translation>מה שכתוב שם</translation>
    </message>
    <message>
        <source>Write “%1”</source>
        <translation>כתיבה: ”%1“</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>&amp;מילים</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>מה זה</translation>
    </message>
    <message>
        <source>What it is, in your own words; Enter changes it</source>
        <translation>מה זה, במילים באנגלית; Enter משנה</translation>
    </message>
    <message>
        <source>Width in metres</source>
        <translation>רוחב במטרים</translation>
    </message>
    <message>
        <source>How wide the line is, in metres</source>
        <translation>רוחב הקו, במטרים</translation>
    </message>
    <message>
        <source>Change width</source>
        <translation>שינוי רוחב</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>רגיל</translation>
    </message>
    <message>
        <source>As wide as this usually is</source>
        <translation>ברוחב הרגיל</translation>
    </message>
    <message>
        <source>Usual width</source>
        <translation>רוחב רגיל</translation>
    </message>
    <message>
        <source>Make it %1</source>
        <translation>הפיכה ל%1</translation>
    </message>
    <message>
        <source>One thing selected</source>
        <translation>דבר אחד נבחר</translation>
    </message>
    <message numerus="yes">
        <source>%n things selected</source>
        <translation>
            <numerusform>%n דבר נבחר</numerusform>
            <numerusform>%n דברים נבחרו</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Make it what the brush draws</source>
        <translation>להפוך למה שהמכחול מצייר</translation>
    </message>
    <message>
        <source>Who goes along it</source>
        <translation>מי הולך לאורכו</translation>
    </message>
    <message>
        <source>Who goes along the route; how fast you drew it says how fast they go</source>
        <translation>מי הולך לאורך המסלול; מהירות הציור קובעת את מהירות ההליכה</translation>
    </message>
    <message>
        <source>Who suits it</source>
        <translation>מי שמתאים</translation>
    </message>
    <message>
        <source>Who goes along it: %1</source>
        <translation>מי הולך לאורכו: %1</translation>
    </message>
    <message>
        <source>W&amp;ho goes</source>
        <translation>מי &amp;הולך</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::ThingEditor</name>
    <message>
        <source>Move %1</source>
        <translation>הזזה: %1</translation>
    </message>
    <message>
        <source>Turn %1</source>
        <translation>סיבוב: %1</translation>
    </message>
    <message>
        <source>Enlarge %1</source>
        <translation>הגדלה: %1</translation>
    </message>
    <message>
        <source>Shrink %1</source>
        <translation>הקטנה: %1</translation>
    </message>
    <message>
        <source>Choose a thing among the brushes first: the %1 becomes what the pen would draw.</source>
        <translation>בחרו קודם עצם מבין המברשות: %1 יהפוך למה שהעט היה מצייר.</translation>
    </message>
    <message>
        <source>Turn into %1</source>
        <translation>הפיכה ל: %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>הסרה: %1</translation>
    </message>
    <message>
        <source>Put %1 back</source>
        <translation>החזרה: %1</translation>
    </message>
    <message>
        <source>The %1 lies in a locked region and stays as it is. Erase the lock to change it.</source>
        <translation>זה (%1) נמצא באזור נעול ונשאר כפי שהוא. מחק את הנעילה כדי לשנות אותו.</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::ToolOptions</name>
    <message>
        <source>Draw</source>
        <translation>ציור</translation>
    </message>
    <message>
        <source>Draw with the brush</source>
        <translation>ציור במכחול</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>כתיבה</translation>
    </message>
    <message>
        <source>Write words on the map; a sign stands there in the world</source>
        <translation>כתיבת מילים על המפה; בעולם עומד שם שלט</translation>
    </message>
    <message>
        <source>Erase things</source>
        <translation>מחיקת דברים</translation>
    </message>
    <message>
        <source>Erase whole things that the eraser touches</source>
        <translation>מחיקת דברים שלמים שהמחק נוגע בהם</translation>
    </message>
    <message>
        <source>Erase parts</source>
        <translation>מחיקת חלקים</translation>
    </message>
    <message>
        <source>Erase only what lies under the eraser</source>
        <translation>מחיקת מה שנמצא מתחת למחק בלבד</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>בחירה</translation>
    </message>
    <message>
        <source>Circle things to select, move, turn and scale them</source>
        <translation>הקפת דברים כדי לבחור, להזיז, לסובב ולשנות גודל</translation>
    </message>
    <message>
        <source>Move the paper</source>
        <translation>הזזת הנייר</translation>
    </message>
    <message>
        <source>Move the paper under the pen</source>
        <translation>הזזת הנייר מתחת לעט</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>הזזת התמונה</translation>
    </message>
    <message>
        <source>Move, turn and scale the picture under the paper</source>
        <translation>הזזה, סיבוב ושינוי גודל של התמונה מתחת לנייר</translation>
    </message>
    <message>
        <source>Tool options</source>
        <translation>אפשרויות הכלי</translation>
    </message>
    <message>
        <source>The brush; press to choose another</source>
        <translation>המכחול; לחיצה בוחרת אחר</translation>
    </message>
    <message>
        <source>Drawn as</source>
        <translation>מצויר בתור</translation>
    </message>
    <message>
        <source>How the brush draws: along a line, a filled area, or one of it</source>
        <translation>איך המכחול מצייר: לאורך קו, שטח מלא, או אחד בלבד</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>כרגיל</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>קו</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>שטח</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>סמל</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>עט</translation>
    </message>
    <message>
        <source>Detail: exactly what is drawn. Block: roughly there; details are made up</source>
        <translation>מדויק: בדיוק מה שצויר. גס: בערך שם; הפרטים מומצאים</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>מדויק</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>גס</translation>
    </message>
    <message>
        <source>Width in metres</source>
        <translation>רוחב במטרים</translation>
    </message>
    <message>
        <source>How wide the brush draws, in metres</source>
        <translation>כמה רחב המכחול מצייר, במטרים</translation>
    </message>
    <message>
        <source>Usual width</source>
        <translation>רוחב רגיל</translation>
    </message>
    <message>
        <source>As wide as this usually is</source>
        <translation>ברוחב הרגיל</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>רוחב</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>מחק</translation>
    </message>
    <message>
        <source>Eraser width in metres</source>
        <translation>רוחב המחק במטרים</translation>
    </message>
    <message>
        <source>How wide the eraser is, in metres</source>
        <translation>כמה רחב המחק, במטרים</translation>
    </message>
    <message>
        <source>Steadies the hand: 0 follows it exactly, 100 draws calm long curves</source>
        <translation>מייצב את היד: 0 עוקב בדיוק, 100 מצייר עקומות רגועות וארוכות</translation>
    </message>
    <message>
        <source>Stabiliser</source>
        <translation>מייצב</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>מראה</translation>
    </message>
    <message>
        <source>Draws everything a second time, mirrored about the paper&apos;s middle</source>
        <translation>מצייר הכול פעם נוספת, בשיקוף סביב אמצע הנייר</translation>
    </message>
    <message>
        <source>No mirror</source>
        <translation>ללא מראה</translation>
    </message>
    <message>
        <source>Left and right</source>
        <translation>ימין ושמאל</translation>
    </message>
    <message>
        <source>Top and bottom</source>
        <translation>למעלה ולמטה</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>שניהם</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>רשת</translation>
    </message>
    <message>
        <source>Shows a grid on the paper</source>
        <translation>מציג רשת על הנייר</translation>
    </message>
    <message>
        <source>Snap to grid</source>
        <translation>הצמדה לרשת</translation>
    </message>
    <message>
        <source>Draws from grid point to grid point</source>
        <translation>מצייר מנקודת רשת לנקודת רשת</translation>
    </message>
    <message>
        <source>Pen only</source>
        <translation>עט בלבד</translation>
    </message>
    <message>
        <source>Only the pen draws: fingers and palm move the paper</source>
        <translation>רק העט מצייר: אצבעות וכף היד מזיזות את הנייר</translation>
    </message>
    <message>
        <source> m</source>
        <translation> מ׳</translation>
    </message>
    <message>
        <source>Grid step in metres</source>
        <translation>צעד הרשת במטרים</translation>
    </message>
    <message>
        <source>From one grid line to the next, in metres</source>
        <translation>מקו רשת אחד לבא אחריו, במטרים</translation>
    </message>
    <message>
        <source>Brush: %1</source>
        <translation>מכחול: %1</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::Tour</name>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;דילוג</translation>
    </message>
    <message>
        <source>Tour of the window</source>
        <translation>סיור בחלון</translation>
    </message>
    <message>
        <source>The next step</source>
        <translation>הצעד הבא</translation>
    </message>
    <message>
        <source>Leaves the tour; it is in the Help menu</source>
        <translation>יציאה מהסיור; הוא נמצא בתפריט העזרה</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 מתוך %2</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;סיום</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>ה&amp;בא</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::WalkDialog</name>
    <message>
        <source>Walking</source>
        <translation>הליכה</translation>
    </message>
    <message>
        <source>Field of &amp;view</source>
        <translation>&amp;שדה ראייה</translation>
    </message>
    <message>
        <source>&amp;Mouse and stick</source>
        <translation>&amp;עכבר ומוט היגוי</translation>
    </message>
    <message>
        <source>Look &amp;down by pushing away</source>
        <translation>דחיפה קדימה מביטה &amp;למטה</translation>
    </message>
    <message>
        <source>Show the &amp;way on the paper</source>
        <translation>הצגת ה&amp;דרך על הנייר</translation>
    </message>
    <message>
        <source>&amp;Sounds (from the next walk on)</source>
        <translation>&amp;צלילים (מההליכה הבאה)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;סגירה</translation>
    </message>
    <message>
        <source>Everything is kept already</source>
        <translation>הכול כבר נשמר</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::WalkMode</name>
    <message>
        <source>Walk with W A S D or the arrow keys and look with the mouse. Shift: run, Space: jump, C: crouch, Home: back to safe ground, F12: a picture, Tab: settings, Esc: back to the paper.</source>
        <translation>הולכים עם W A S D או מקשי החצים ומביטים עם העכבר. Shift: ריצה, רווח: קפיצה, C: כריעה, Home: חזרה לקרקע בטוחה, F12: תמונה, Tab: הגדרות, Esc: חזרה לנייר.</translation>
    </message>
    <message>
        <source>The picture cannot be written to %1.</source>
        <translation>אי אפשר לכתוב את התמונה אל %1.</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation>תמונה: %1</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::WalkTrail</name>
    <message>
        <source>The way that was walked</source>
        <translation>הדרך שהלכו בה</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::WorldBuilder</name>
    <message>
        <source>Reading the map</source>
        <translation>קריאת המפה</translation>
    </message>
    <message>
        <source>Shaping the land</source>
        <translation>עיצוב הארץ</translation>
    </message>
    <message>
        <source>Planting and building</source>
        <translation>שתילה ובנייה</translation>
    </message>
    <message>
        <source>The world could not be built (%1). The drawing is safe.</source>
        <translation>לא היה אפשר לבנות את העולם (%1). הציור בטוח.</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::WorldHand</name>
    <message>
        <source>The layer &quot;%1&quot; is locked.</source>
        <translation>השכבה ”%1“ נעולה.</translation>
    </message>
    <message>
        <source>The layer &quot;%1&quot; is hidden.</source>
        <translation>השכבה ”%1“ מוסתרת.</translation>
    </message>
    <message>
        <source>Draw %1</source>
        <translation>ציור: %1</translation>
    </message>
</context>
<context>
    <name>sketchwalk::ui::WorldPanel</name>
    <message>
        <source>Draw something: the world grows here.</source>
        <translation>ציירו משהו: העולם צומח כאן.</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>שעת היום</translation>
    </message>
    <message>
        <source>Quality of the picture</source>
        <translation>איכות התמונה</translation>
    </message>
    <message>
        <source>Quality of the picture. Automatic: by how fast this computer draws</source>
        <translation>איכות התמונה. אוטומטית: לפי המהירות של המחשב הזה</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>אוטומטית</translation>
    </message>
    <message>
        <source>Simple</source>
        <translation>פשוטה</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>טובה</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>מיטבית</translation>
    </message>
    <message>
        <source>There is no screen to show the world on. Drawing and exporting work all the same.</source>
        <translation>אין מסך להציג עליו את העולם. הציור והייצוא עובדים בכל זאת.</translation>
    </message>
    <message>
        <source>Drawing and exporting work all the same.</source>
        <translation>הציור והייצוא עובדים בכל זאת.</translation>
    </message>
    <message>
        <source>World</source>
        <translation>עולם</translation>
    </message>
</context>
</TS>
