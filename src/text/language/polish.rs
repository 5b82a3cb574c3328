//! Polish.
//!
//! The stopword list was written for this project, after the closed word classes of the language
//! (pronouns, prepositions, conjunctions, ...) and the commonest adverbs and auxiliary verbs.

use super::{Language, Signs, Stemming};
use snowstem::Algorithm;

pub(super) static POLISH: Language = Language {
    code: "pl",
    name: "Polish",
    iso639_3: "pol",
    stemmer: Some(Stemming::Snowball(Algorithm::Polish)),
    stopwords: "a aby albo ale ani b bardziej bardzo bez bo by byli być był była byłaby byłam \
        byłby byłem było byłoby były byłyby bądź będzie będziemy będziesz będą będąc będę c cała \
        całe całego całej całkiem cały chce chciał chcieć chcą chcę chociaż choć chyba ci ciebie \
        cię co coś czasem czego czemu czterech cztery czy czyli czym często d dalej dawno dla \
        dlaczego dlatego do dopóki dosyć dość druga drugi drugie drugiego drugiej dużo dwa dwie \
        dwóch dziesięć dziewięć dzisiaj dzięki dziś e etc f g gdy gdyby gdyż gdzie gdzieś go \
        głównie h i ich ile ilu im inna inne innego innej inni inny innych innym innymi inną itd \
        itp iż j ja jacy jak jaka jakaś jakby jaki jakich jakie jakiego jakiej jakim jakimi jakiś \
        jako jaką je jeden jedna jednak jednakże jednego jednej jedno jednym jedną jedynie jego \
        jej jemu jest jestem jesteś jesteście jesteśmy jeszcze jeśli jeżeli już ją k każda każde \
        każdego każdej każdy każdym kiedy kiedyś kilka kilku kim kogo komu koło końcu kto ktoś \
        która które którego której któremu który których którym którymi któryś którzy którą ku l \
        lecz lub m m.in ma macie mają mam mamy masz mało mi miał miała miało miały mieli mieć mimo \
        między mnie mniej mną mogli mogą mogę mogła mogłaby mogło mogłoby mogły moi moich moim \
        moja moje mojego mojej mojemu moją może możemy możesz można mu musi musiał musieć musimy \
        muszą muszę my móc mógł mógłby mój mówi mówią mówił n na nad nagle najbardziej najmniej \
        najpierw należy nam nami naprawdę nas nasi następnie nasz nasza nasze naszego naszej \
        naszych naszym naszą natomiast nawet nic nich niczego nie niech nieco niedawno niego niej \
        niektóre niektórych niektórzy niemu niestety nigdy nikogo nikt nim nimi nią niż no np o \
        oba obie oboje obok obu oczywiście od ode ok około on ona one oni ono oprócz oraz osiem \
        oto p parę pewien pewna pewne pewnie pewnych pierwsza pierwsze pierwszego pierwszej \
        pierwszy pięć po pod podczas podobnie pomimo pomiędzy ponad ponieważ poniżej ponownie \
        poprzez potem powiedział powiedziała powiedzieć powinien powinna powinni powinno powinny \
        powyżej poza prawie przecież przeciw przeciwko przed przede przez przy później q r raczej \
        razem rzadko również s sam sama same samej sami samo siebie siedem się skoro sobie sobą \
        spod stał stała stąd swoich swoim swoimi swoja swoje swojego swojej swojemu swoją swój \
        szczególnie sześć są t ta tacy tak taka taki takich takie takiego takiej takim takimi taką \
        także tam tamta tamtego tamten te tego tej temu ten teraz też tj to tobie tobą trochę \
        trzeba trzech trzeci trzecia trzy tu tutaj twoja twoje twojego twój ty tych tyle tylko \
        tylu tym tymi tzn tzw tą tę u v w wam wami was wasz wcale wcześniej wczoraj we według \
        wiele wielu wiem więc więcej wkrótce wobec wokół wreszcie wskutek wszyscy wszystkich \
        wszystkie wszystkim wszystkimi wszystko wtedy wy wzdłuż względem właśnie wśród x y z za \
        zamiast zanim zaraz zatem zawsze zaś zbyt ze znad znowu znów zostaje zostali zostać został \
        została zostało zostały zupełnie zwłaszcza ów żaden żadna żadne żadnego żadnej że żeby",
    titles: "prof Prof doc Doc inż Inż Gen ppłk kpt Kpt por ppor sierż Sierż kpr plut Plut ks Ks \
        abp kard Kard św Św bł red Red hab med tech przew zast tzw Tzw np Np m.in M.in tj Tj tzn \
        Tzn ca czyt ul Ul al Al os pl zob Zob Por cf ds godz Godz pt śp Śp ww sp Sp bp Bp mec adw \
        rtm Dz dot mgr Mgr płk Płk mjr Mjr Abp",
    numbered: "min max maks s S str Str t T rozdz Rozdz art Art ust Ust poz Poz rys Rys ryc Ryc \
        tab Tab fig zał Zał wyd tel Tel stycz kwiec czerw sierp wrzes wrześ paźdz listop grud lit \
        Lit sygn Sygn z cz Cz ok przyp zesz nr Nr vol Vol",
    abbreviations: "gen r w tys ub br bm bież n.e p.n.e n.p.m p.p.m m.st woj Woj pow gm dn płd płn \
        wsch zach ang niem franc łac ros hiszp oprac Oprac tłum przeł Przeł ibid Ibid dz.cyt \
        op.cit S.A o.o Ltd Inc Corp Co sek wzgl ew ewent dosł wt czw sob niedz gr hist ekon geogr \
        mat fiz chem biol dyr Dyr kier l.mn l.poj przym wlk zm ur Dz.U U k.c k.k k.p.c k.p.k k.p \
        j.w s.c Sz P.S N.B U.S.A szt egz kl hr im",
    personal: "ja mnie mi mną mój moja moje mojego mojej mojemu moim moją moi moich moimi ty \
        ciebie cię tobie tobą twój twoja twoje twojego twojej twojemu twoim twoją twoi twoich \
        twoimi wasz wasza wasze waszego waszej waszym waszych wam was wami",
    elisions: "",
    ordinal_period: true,
    signs: Signs {
        openings: "on ona ono oni one jego jej ich ale i jednak także również ponadto więc zatem \
            potem dlatego mimo lecz natomiast lub albo",
        joints: "i ale bo więc potem kiedy",
        courtesies: "dziękuję|dziękujemy|dzień dobry|dobry wieczór|dobranoc|witam|witamy|do \
            widzenia|panie i panowie|szanowni państwo",
        notices: "kliknij tutaj|wszelkie prawa zastrzeżone|czytaj także|czytaj też|czytaj więcej|\
            zobacz także|zapisz się|subskrybuj|obserwuj nas|polityka prywatności|regulamin|\
            zobacz wideo|udostępnij",
        captions: "rysunek|rysunki|rys|ryc|tabela|tabele|tab|wykres|ramka|fot|fotografia|zdjęcie|\
            źródło|powyżej|poniżej",
        pictures: "po lewej|po prawej|z lewej|z prawej|od lewej|od prawej|powyżej|poniżej|w \
            środku|na zdjęciu",
        reporters: "korespondent|korespondentka",
        contents: "spis treści|spis rysunków|spis tabel|wykaz skrótów",
        abstracts: "streszczenie|abstrakt|abstract|podsumowanie",
        keywords: "słowa kluczowe",
        references: "bibliografia|literatura|przypisy|źródła|linki zewnętrzne|zobacz też|\
            piśmiennictwo|referencje",
        acknowledgements: "podziękowania|podziękowanie|finansowanie|konflikt interesów|o autorze|\
            o autorce|dedykacja|\
            o firmie *|kontakt|kontakt dla mediów",
    },
};
