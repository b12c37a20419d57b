export const SETTINGS = {
  about: 'Chương trình',
  version: 'Phiên bản',
  unit: 'Đơn vị',
  clerk: 'Cán bộ',
  trial: 'Dùng thử',
  trialBody: 'Đang dùng thử: dữ liệu riêng, không gửi đi đâu.',
  endTrial: 'Kết thúc dùng thử…',
  endTrialTitle: 'Kết thúc dùng thử?',
  endTrialBody:
    'Toàn bộ hồ sơ thử trên máy này sẽ bị xóa và không lấy lại được. Dữ liệu thật (nếu có) không bị ảnh hưởng.',
  endTrialConfirm: 'Xóa dữ liệu thử và kết thúc',
};

export const DISPLAY = {
  title: 'Hiển thị trên máy này',
  textSize: 'Cỡ chữ',
  percent: (size: number) => `${size} %`,
  contrast: 'Tương phản',
  contrasts: { normal: 'Thường', more: 'Cao' },
  colours: 'Nền',
  colourSchemes: { auto: 'Theo máy', light: 'Sáng', dark: 'Tối' },
};
