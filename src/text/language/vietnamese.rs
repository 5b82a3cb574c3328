//! Vietnamese.
//!
//! Words are written as syllables parted by blanks, and so are the terms. The stopword list was written for
//! this project, after the closed word classes of the language (pronouns, classifiers, prepositions,
//! particles, ...) and the commonest adverbs and auxiliary verbs.

use super::{Language, Signs};

pub(super) static VIETNAMESE: Language = Language {
    code: "vi",
    name: "Vietnamese",
    iso639_3: "vie",
    stemmer: None,
    stopwords: "a ai anh ba bao biết bà bây bèn bên bạn bằng bị bốn bởi chiếc cho chuyện chính \
        chú chúng chăng chưa chẳng chỉ chị chớ chứ con cuối càng các cách cái còn có cô cùng \
        cũng cả cần cậu của cứ do dù dưới dần dẫu em giờ giữa gì gần hai hay hoặc hãy hơn hầu \
        hết hề hễ họ khi khá khác không kia liền luôn là làm lên lúc lại lấy lần lắm lời muốn \
        mà mày mãi mình mấy mặc mọi mỗi một mới nay ngay ngoài nhau nhiều nhé như nhưng nhất \
        nhận nhằm nhỉ nhờ những nào này nên nó nói nơi nếu nữa phải qua quá ra rõ rất rằng rồi \
        sao sau song suốt sẽ sự tao thay theo thành thêm thì thôi thấy thật thế toàn trong trên \
        trước tuy tôi tại tất tới tức từ từng và vài vào vì vẫn vậy vẻ về vốn với vừa xa xong \
        xuống y à ít ông đa đang đi điều đâu đây đã đó đôi được đấy đến đều để đối đồng đủ đứa \
        đừng ạ ấy ở",
    titles: "TS ThS PGS GS BS KS CN TP Tp Q P Th Ts Gs Mr Mrs Dr",
    numbered: "tr Tr số Số sđd QĐ NĐ NQ",
    abbreviations: "v.v vv Co Ltd Inc Corp U.S U.K",
    personal: "tôi bạn tao mày tớ",
    elisions: "",
    ordinal_period: false,
    signs: Signs {
        openings: "nó họ nhưng song và ngoài tuy do vì bởi còn sau đồng tiếp rồi vậy",
        joints: "",
        courtesies: "xin cảm ơn|cảm ơn|xin chào|chào mừng|tạm biệt|kính thưa|chúc các bạn",
        notices: "bấm vào đây|nhấn vào đây|đọc thêm|xem thêm|đăng ký|theo dõi chúng tôi|mời bạn đọc|\
            bản quyền thuộc|điều khoản sử dụng|chính sách bảo mật",
        captions: "hình|ảnh|bảng|biểu đồ|sơ đồ|nguồn|đồ họa",
        pictures: "trái|phải|bên trái|bên phải|giữa|trên|dưới|ảnh",
        reporters: "phóng viên|pv",
        contents: "mục lục|danh mục hình|danh mục bảng|danh mục các từ viết tắt",
        abstracts: "tóm tắt|abstract",
        keywords: "từ khóa|từ khoá",
        references: "tài liệu tham khảo|tham khảo|liên kết ngoài|xem thêm|chú thích",
        acknowledgements: "lời cảm ơn|lời cám ơn|tài trợ|xung đột lợi ích|về tác giả",
    },
};
