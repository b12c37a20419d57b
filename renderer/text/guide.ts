import { KEYS, LIST_KEYS } from '../keys.ts';

const key = (name: keyof typeof KEYS): string => KEYS[name].label;

export const GUIDE = {
  title: 'Trợ giúp',
  chapters: 'Các mục',
  hint: `Phím số chọn mục, ${key('back')} trở lại chỗ đang làm.`,
  numbered: (place: number) => LIST_KEYS[place]?.label ?? '',
  /** Read aloud instead of the picture. */
  picture: (title: string) => `Ảnh màn hình: ${title}`,
};

/** What a chapter says: what it is for, and what to do, one step after the other. */
type ChapterText = { readonly title: string; readonly about: string; readonly steps: readonly string[] };

export const CHAPTERS = {
  morning: {
    title: 'Đầu ngày làm việc',
    about: 'Màn hình Hôm nay cho biết việc nào gấp nhất, trước khi người dân đến.',
    steps: [
      `Bấm ${key('list')}. Mỗi dòng bên trái có số hồ sơ và một phím số.`,
      'Bấm phím số của một dòng; các hồ sơ của dòng đó hiện ở bảng, gấp nhất ở trên cùng.',
      `Mũi tên lên, xuống để chọn; ${key('nextField')} để mở hồ sơ.`,
      'Màu đỏ là quá hạn, vàng là đến hạn hôm nay, xanh là còn hạn. Mỗi màu có chữ và hình riêng, in đen trắng vẫn phân biệt được.',
    ],
  },
  intake: {
    title: 'Tiếp nhận hồ sơ',
    about: 'Không cần chuột: mỗi nút đều ghi phím của nó.',
    steps: [
      `Bấm ${key('intake')}, gõ vài chữ không dấu của thủ tục (ks, khai sinh, sao y), ${key('nextField')}.`,
      'Gõ họ tên. Người đã từng nộp thì gõ vài chữ của tên rồi mũi tên xuống, hoặc gõ đuôi số điện thoại, số căn cước rồi Enter: mọi ô được điền lại.',
      'Có máy quét thì quét thẻ căn cước, không cần bấm vào ô nào.',
      `${key('tickUsualPapers')} đánh dấu đủ giấy tờ bắt buộc. Ngày hẹn hiện sẵn, kèm lý do.`,
      `${key('commit')}: lưu, cấp số, in phiếu. ${key('commitAndNext')}: như vậy rồi sang người tiếp theo.`,
      `Người đó còn hồ sơ khác: sau khi lưu bấm ${key('sameApplicant')}, chỉ phải chọn thủ tục.`,
      `${key('citizenView')}: chữ lớn cả màn hình để người dân xem lại họ tên, ngày hẹn, số tiền; ${key('back')} để gõ tiếp.`,
      `Chưa đủ giấy tờ mà người dân còn đứng ở quầy: ${key('requestSupplement')} in Mẫu 02 hướng dẫn bổ sung. Không thuộc thẩm quyền: ${key('refuseIntake')} in Mẫu 03.`,
      `Hồ sơ gửi qua mạng hay bưu chính: ${key('noteArrival')} ghi nhận, rồi tiếp nhận từ dòng của nó ở Hôm nay.`,
      'Gõ dở mà có việc khác, hoặc mất điện: những gì đã gõ vẫn còn khi mở lại.',
    ],
  },
  'hand-over': {
    title: 'Trả kết quả',
    about: 'Ở màn hình nào cũng quét được phiếu; câu trả lời hiện to, đọc được từ xa.',
    steps: [
      `Quét phiếu. Không có máy quét: bấm ${key('handOver')} và gõ 16 chữ số in dưới mã vạch.`,
      'Đọc câu trả lời: trả được, chưa trả được và vì sao, hoặc đã trả cho ai, lúc nào.',
      `Xem lại người nhận rồi bấm ${key('commit')}.`,
      `Người khác nhận thay: chọn “Được ủy quyền”, ghi số giấy tờ hoặc giấy ủy quyền. Còn phải thu tiền: ${key('collectNow')}.`,
      `Mất phiếu: bấm ${key('find')}, tìm theo tên, số điện thoại hoặc số cuối của mã hồ sơ, mở hồ sơ, bấm ${key('handOver')} rồi đánh dấu “Mất phiếu”.`,
      `Trả qua bưu chính hay Cổng dịch vụ công: ${key('intakeOptions')}.`,
    ],
  },
  acts: {
    title: 'Việc tiếp theo',
    about: 'Hồ sơ đang mở chỉ hiện những việc làm được lúc này, đúng với người đang đăng nhập.',
    steps: [
      'Mở hồ sơ từ Hôm nay hoặc từ ô tìm. Bên phải là Việc tiếp theo, mỗi việc một phím.',
      `Thiếu giấy tờ: ${key('requestSupplement')}, đánh dấu giấy tờ còn thiếu, ghi lý do và hạn bổ sung. Thời hạn giải quyết tạm dừng, Mẫu 02 được in.`,
      `Làm nhầm: ${key('undoStep')} lùi lại một bước, kèm lý do. Cả hai lần đều còn trong diễn biến.`,
      `${key('print')} in phiếu và các mẫu của hồ sơ, hoặc lưu thành tệp PDF.`,
    ],
  },
  batches: {
    title: 'Bàn giao với cấp trên',
    about: 'Một lô là một danh sách giấy: lập bằng máy quét, in hai bản, hai bên cùng ký.',
    steps: [
      `Bấm ${key('batches')}, rồi ${key('batchUp')} để lập lô chuyển lên. Quét từng phiếu để đưa vào lô; ${key('removeLine')} bỏ một dòng.`,
      `${key('commit')} xuất lô: ghi người mang đi, in hai bản. Từ lúc đó danh sách không đổi nữa.`,
      'Khi cấp trên đã ký, mở lô và ghi người ký, ngày ký. Hồ sơ nào bị trả lại thì ghi lý do ngay ở dòng đó.',
      `Kết quả chuyển về: ${key('batchDown')}, quét từng phiếu trong túi. Thiếu hay thừa hồ sơ nào, máy nêu đúng tên.`,
    ],
  },
  book: {
    title: 'Sổ theo dõi và báo cáo',
    about: 'Sổ luôn đầy đủ và đúng thứ tự: mỗi hồ sơ đã tiếp nhận là một dòng, không phải chép tay.',
    steps: [
      `Bấm ${key('book')}. Bấm ${key('book')} lần nữa để sang báo cáo, rồi bảng kê tiền thu.`,
      'Chọn khoảng ngày và quyển sổ. Mũi tên để đi trong sổ, Enter mở hồ sơ.',
      `${key('print')} in sổ của khoảng ngày đang xem; ${key('saveTable')} lưu thành tệp mở được bằng Excel.`,
      'Báo cáo II.06a đếm đúng từ các hồ sơ trong máy; hồ sơ nào chưa phân loại được thì máy nêu rõ.',
    ],
  },
  rules: {
    title: 'Thủ tục, lịch, quy định',
    about: 'Máy tính ngày hẹn và phí theo những gì ghi ở đây; ngày hẹn đã in không bao giờ tự đổi.',
    steps: [
      `${key('procedures')}: tìm một thủ tục bằng vài chữ, xem giấy tờ, thời hạn, lệ phí, và lần công bố sau đã đổi gì. ${key('print')} in bản niêm yết.`,
      `${key('calendar')}: ngày nghỉ, ngày làm bù. Trước khi công bố, máy nêu rõ những hồ sơ mà ngày hẹn tính lại sẽ khác.`,
      `${key('unitRules')}: giờ làm việc, mùa, mức lệ phí của Hội đồng nhân dân. Chỉ quản trị viên sửa được; người khác xem được.`,
    ],
  },
  printing: {
    title: 'Máy in và máy quét',
    about: 'Máy in hỏng không bao giờ làm dừng việc tiếp nhận: phiếu chờ trong hàng và in sau.',
    steps: [
      `Bấm ${key('printing')}. Chọn máy in rồi bấm In thử; quét thử bằng chính tờ vừa in.`,
      'Hết giấy, mở nắp, mất kết nối được nói rõ; nạp giấy xong thì phiếu đang chờ được in tiếp.',
      'Máy hỏi “Phiếu đã ra chưa?” khi không chắc. Nhìn khay giấy rồi trả lời: máy không bao giờ tự in hai phiếu cùng một số.',
      `In lại phiếu: mở hồ sơ rồi bấm ${key('printAgain')}. Bản in lại ghi rõ lần in, giờ và người in.`,
    ],
  },
  safety: {
    title: 'Mất mạng, mất điện, hỏng máy',
    about: 'Mọi việc vẫn làm được khi không có mạng. Câu “ĐÃ LƯU” nghĩa là đã nằm trên ổ đĩa.',
    steps: [
      'Mất mạng: cứ tiếp nhận và trả như thường. Thanh dưới cùng ghi còn bao nhiêu mục chờ gửi; có mạng là máy tự gửi.',
      `Mất điện: mở lại chương trình, bấm ${key('restoreDraft')} để lấy lại hồ sơ đang nhập dở. Số đã cấp mà chưa in được máy nhắc.`,
      `${key('backup')}: chọn thêm một nơi sao lưu, như USB hay máy khác, và bấm Thử khôi phục mỗi tháng một lần.`,
      'Thay máy: cắm USB sao lưu vào máy mới, chọn “Thay máy cũ? Khôi phục…” ở màn hình đầu tiên.',
    ],
  },
  keys: {
    title: 'Tất cả các phím',
    about: 'Phím nào cũng dùng được ở bất kỳ màn hình nào có việc của nó.',
    steps: [],
  },
} as const satisfies Record<string, ChapterText>;

export type ChapterId = keyof typeof CHAPTERS;
