export const PALETTE = {
  title: 'Mọi lệnh',
  label: 'Tìm lệnh',
  hint: 'Gõ tên việc, không cần dấu; phím mũi tên chọn, Enter làm',
  screens: 'Đến màn hình',
  here: 'Làm được ngay ở đây',
  none: 'Ở đây không có lệnh nào như vậy. Thử gõ ít chữ hơn.',
};
