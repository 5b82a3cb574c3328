//! Indonesian.
//!
//! The word lists were written for this project, after the closed word classes of the language
//! (pronouns, prepositions, conjunctions, ...) and the commonest adverbs and auxiliary verbs.

use super::{Language, Signs};

pub(super) static INDONESIAN: Language = Language {
    code: "id",
    name: "Indonesian",
    iso639_3: "ind",
    stemmer: None,
    stopwords: "ada adalah adanya adapun agar akan akhirnya akibat aku alih-alih amat anda \
        antara antaranya apa apabila apakah apalagi atas atau ataupun awal awalnya bagai \
        bagaimana bagi bagian bahkan bahwa baik banyak baru bawah beberapa begini begitu \
        begitulah beliau belum benar berada berapa berbagai berikut berkat bersama berupa besok \
        betul biasa biasanya bila bisa boleh bukan bukankah bukanlah cara cukup cuma dahulu \
        dalam dan dapat dari daripada dekat delapan demi demikian dengan depan di dia dialah \
        dijadikan dilakukan diri dirinya dua empat enam enggak engkau entah gak guna hal hampir \
        hanya hanyalah harus hendak hingga ia ialah ingin ini inilah inipun itu itulah itupun \
        jadi jangan jauh jelas jelasnya jika jikalau juga justru kala kalau kalian kami kamu kan \
        kapan karena karenanya kata katanya kau ke kecuali kedua kelima keluar kemarin kembali \
        kemudian kenapa kepada kepadanya ketiga ketika khususnya kini kira kita ku kurang lagi \
        lah lain lainnya lalu lama langsung lebih lewat lima luar maka makin mampu mana manakala \
        mari masih masing masing-masing maupun melainkan melakukan melalui memang mengapa \
        mengenai menjadi menuju menurut mereka merupakan meski meskipun mesti mulai mungkin nah \
        namun nanti nyaris oleh pada padahal padanya paling para pasti per perlu pernah pertama \
        pula pun punya saat saja salah saling sama sambil sampai samping sana sang sangat satu \
        saya se seakan sebab sebabnya sebagai sebagaimana sebagian sebelum sebelumnya sebenarnya \
        seberapa sebuah secara sedang sedangkan sedikit segala segera sehingga sejak sejumlah \
        sekali sekalian sekaligus sekalipun sekarang sekitar selagi selain selaku selalu selama \
        selanjutnya seluruh semakin sembilan sementara semua semuanya sendiri seolah seorang \
        sepanjang seperti sepuluh sering serta sesuai sesuatu sesudah setelah seterusnya setiap \
        seusai sewaktu si siapa silakan sini situ soal suatu sudah supaya tadi tak tanpa tapi \
        tatkala telah tentang tentu tentunya terhadap terkait terlalu terlebih termasuk ternyata \
        tersebut terus tetap tetapi tiap tiba tidak tidaklah tiga toh tujuh turut tuturnya ujar \
        ujarnya umumnya ungkapnya untuk usai wah walau walaupun ya yaitu yakni yang",
    titles: "dr Dr drs Drs dra Dra prof Prof ir Ir H Hj Kh KH R Rr Sdr Sdri Yth Tn Ny Nn bpk Bpk \
        jend Jend kol letjen Letjen mayjen brigjen Brigjen a.n u.p Jl jl Gg gg Kab kab Kec kec \
        d.h yad",
    numbered: "no No hal Hal hlm Hlm gbr Gbr tab Tab bab psl Psl ay vol Vol jil ed Ed Jan Feb \
        Mar Apr Jun Jul Agt Agu Agust Sept Sep Okt Nov Des tel Tel telp Telp pkl Pkl Rp maks min \
        kira",
    abbreviations: "dll dsb dst tsb dkk ybs s.d d.a M S.H S.E S.Pd S.Kom S.T S.Sos M.Si M.Sc M.A \
        M.M Ph.D M.Pd Sp.A Tbk Ltd Inc Co Corp a.m p.m SM ttd hlm yg dgn",
    personal: "aku ku saya kamu kau engkau anda kalian mu padamu padaku bagiku diriku",
    elisions: "",
    ordinal_period: false,
    signs: Signs {
        openings: "ia dia mereka beliau hal ini itu namun tetapi tapi selain kemudian lalu oleh \
            karena jadi maka atau akan meski",
        joints: "dan tetapi karena jadi lalu",
        courtesies: "terima kasih|selamat pagi|selamat siang|selamat sore|selamat malam|\
            selamat datang|sampai jumpa|assalamualaikum|bapak dan ibu",
        notices: "klik di sini|hak cipta dilindungi|baca juga|baca selengkapnya|selengkapnya|\
            ikuti kami|berlangganan|kebijakan privasi|syarat dan ketentuan|bagikan|simak juga",
        captions: "gambar|tabel|grafik|foto|sumber|bagan",
        pictures: "kiri|kanan|atas|bawah|tengah",
        reporters: "wartawan|reporter|kontributor",
        contents: "daftar isi|daftar gambar|daftar tabel|daftar singkatan",
        abstracts: "abstrak|ringkasan|intisari",
        keywords: "kata kunci",
        references: "daftar pustaka|referensi|rujukan|pustaka|catatan|catatan kaki|pranala luar|\
            lihat pula|lihat juga|sumber",
        acknowledgements: "ucapan terima kasih|pendanaan|konflik kepentingan|tentang penulis|\
            persembahan",
    },
};
