import type { Channel } from '../../domain/channel.ts';
import type { ResultWanted } from '../../domain/lifecycle/dossier-fact.ts';

export const OPTIONS = {
  title: 'Cách nộp và nơi nhận kết quả',
  open: 'Đổi',
  channel: 'Hình thức nộp',
  resultAt: 'Nơi nhận kết quả',
  address: 'Địa chỉ nhận kết quả',
  addressMissing: 'Xin gõ địa chỉ nhận kết quả',
  hidesTitle: 'Không in tên thủ tục trên phiếu',
  hidesTitleHint: 'Công dân không muốn người khác biết việc này',
  titleHidden: 'không in tên thủ tục',
  done: 'Xong',
};

export const CHANNELS = {
  direct: 'Nộp trực tiếp',
  online: 'Nộp trực tuyến',
  post: 'Nộp qua bưu chính',
} satisfies Record<Channel, string>;

export const RESULT_PLACES = {
  counter: 'Nhận tại quầy',
  'home-by-post': 'Bưu chính tận nhà',
  portal: 'Trên Cổng dịch vụ công',
} satisfies Record<ResultWanted['at'], string>;
