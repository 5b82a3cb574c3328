//! Portuguese.
//!
//! The stopword list was written for this project, after the closed word classes of the language
//! (articles, pronouns, prepositions, ...) and the commonest adverbs and auxiliary verbs.

use super::{Language, Signs, Stemming};
use snowstem::Algorithm;

pub(super) static PORTUGUESE: Language = Language {
    code: "pt",
    name: "Portuguese",
    iso639_3: "por",
    stemmer: Some(Stemming::Snowball(Algorithm::Portuguese)),
    stopwords: "a acerca afinal agora ainda algo algum alguma algumas alguns alguém ali aliás além \
        amanhã ambas ambos ante antes ao aonde aos apenas após aquela aquelas aquele aqueles aqui \
        aquilo aquém as assim através atualmente até aí b bastante bem c cada caso cerca certa \
        certas certo certos cinco com comigo como conforme conosco consigo contigo contra contudo \
        cuja cujas cujo cujos cá d da daquela daquelas daquele daqueles daquilo dar das de dela \
        delas dele deles demais dentro depois desde dessa dessas desse desses desta destas deste \
        destes deu deve devem devemos dever deveria deveriam deverá deverão devia deviam devo dez \
        disse disseram disso disto dito diz dizem dizer dizia do dois dos duas dum duma durante dá \
        e ela elas ele eles em embora enquanto entre entretanto então era eram eras essa essas \
        esse esses esta estamos estando estar estaria estará estarão estas estava estavam este \
        esteja estejam estes esteve estive estiveram estou está estás estão etc eu f fará faz \
        fazem fazendo fazer fazia faço feita feito fez fica ficar ficou finalmente fizeram foi \
        fomos for fora foram forem fosse fossem fui g geralmente h haja haver haveria haverá havia \
        hei hoje houve houver há hão i ia iam inclusive indo ir isso isto j jamais já k l la las \
        lhe lhes lo logo longe los lá m mais mal mas me mediante menos mesma mesmas mesmo mesmos \
        meu meus mim minha minhas muita muitas muito muitos n na nada naquela naquelas naquele \
        naqueles nas nem nenhum nenhuma nessa nessas nesse nesses nesta nestas neste nestes \
        ninguém nisso nisto no normalmente nos nossa nossas nosso nossos novamente nove num numa \
        numas nunca nuns não né nós o oito onde ontem os ou outra outras outro outros p para pela \
        pelas pelo pelos perante perto pode podem podemos poder poderia poderiam poderá poderão \
        podia podiam pois por porquanto porque porquê portanto porventura porém possa possam posso \
        pouca poucas pouco poucos pra primeira primeiras primeiro primeiros principalmente pro \
        própria próprias próprio próprios puderam pôde q quais quaisquer qual qualquer quando \
        quanta quantas quanto quantos quase quatro que quem quer querem queremos querer queria \
        quero r realmente s sabe saber se segunda segundo segundos sei seis seja sejam sejamos sem \
        sempre sendo senão ser seria seriam será serão sete seu seus si sido sim sob sobre \
        sobretudo somente somos sou sr sra sua suas são só t tais tal talvez também tanta tantas \
        tanto tantos te tem temos tendo tenha tenham tenho tens ter terceira terceiro teria teriam \
        terá terão teu teus teve ti tido tinha tinham tive tivemos tiveram tivesse toda todas \
        todavia todo todos três tu tua tuas tudo tá tão têm u um uma umas uns v vai vamos veio vem \
        vir você vocês vos vou várias vários vão vêm vós w x y z à àquela àquele às é éramos és",
    titles: "Sr Sra Srs Sras Srta Srtas Dr Dra Drs Dras Prof Profa Profs Profas Eng Enga Engo Arq \
        Gen Gal Cel Ten Sgt Maj Alm Brig Cmte Cmdt Pe Fr Mons Rev Revmo Revma Exmo Exma Exmos \
        Exmas Ilmo Ilma Ilmos V.Exa V.Sa S.Exa V.Ex V.Exª Sto Sta Des Desa Min Dep Sen Gov Pres \
        Proc Cons Adv Emb sr sra srs sras srta dr dra prof profa p.ex P.ex e.g i.e cf Cf vs aprox \
        Aprox Exa Ex.ª Cap",
    numbered: "n nn núm num Núm p pp pág págs Pág Págs pag pags vol Vol vols fig Fig figs Figs art \
        Art arts Arts cap Cap caps inc incs sec seç Seç séc sécs Séc alín jan fev abr jun jul ago \
        set out nov dez Jan Fev Abr Jun Jul Ago Set Out Nov Dez tel Tel fl fls Fl Fls op eq Eq Res \
        Decr Port Ac Tab tít Tít liv cód",
    abbreviations: "Cia Ltda Lda S.A S.A.R.L Ltd Inc Corp Co Bros Jr jr Av av Pça Pç Pr Rod Trav \
        Tv Lgo Qd Ap Apto apto Bl ed Ed eds Eds edit org orgs Org Orgs coord coords Coord trad \
        Trad Univ univ Inst Fac Depto Dpto dept Dept a.C d.C A.C D.C a.m p.m hab máx mín min seg \
        hs obs Obs P.S N.B E.U.A U.S U.E ibid Ibid op.cit loc.cit cit Ph.D M.Sc D.Sc B.Sc s.d s.l \
        adm Adm gov ref Ref tb pgto al dir Dir esq quant adj adv masc fem sing plur hist geogr mat \
        fís quím biol Bol Acad Soc Assoc Fed Est resp",
    personal: "eu me mim comigo meu minha meus minhas tu te ti contigo teu tua teus tuas você vocês",
    elisions: "d",
    ordinal_period: false,
    signs: Signs {
        openings: "ele ela eles elas seu sua seus suas mas e porém também além assim então \
            contudo entretanto todavia portanto ainda depois aliás nem ou",
        joints: "e mas porque então pois quando",
        courtesies: "muito obrigado|muito obrigada|obrigado a todos|obrigado por|obrigada por|\
            obrigado pela|obrigada pela|bom dia|boa tarde|boa noite|até amanhã|até logo|\
            bem-vindo|bem-vinda|bem-vindos|senhoras e senhores|adeus",
        notices: "clique aqui|todos os direitos reservados|leia também|leia mais|saiba mais|ler \
            mais|inscreva-se|assine já|siga-nos|política de privacidade|termos de uso|veja o \
            vídeo|compartilhe|partilhe",
        captions: "figura|figuras|fig|tabela|tabelas|quadro|gráfico|foto|fotos|imagem|legenda|\
            fonte|crédito|acima|abaixo",
        pictures: "esquerda|direita|à esquerda|à direita|acima|abaixo|ao centro|centro|na foto|\
            na imagem",
        reporters: "correspondente|enviado especial|enviada especial",
        contents: "sumário|índice|conteúdo|lista de figuras|lista de tabelas|lista de \
            abreviaturas",
        abstracts: "resumo|sumário executivo|abstract",
        keywords: "palavras-chave|palavras chave|descritores",
        references: "referências|referências bibliográficas|bibliografia|ligações externas|ver \
            também|veja também|notas e referências|leitura adicional",
        acknowledgements: "agradecimentos|agradecimento|financiamento|conflito de interesses|\
            conflitos de interesse|contribuições dos autores|sobre o autor|sobre a autora|\
            dedicatória|\
            sobre *|contato|contatos|contacto|contactos|assessoria de imprensa",
    },
};
