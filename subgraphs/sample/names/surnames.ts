/** Ordinary surnames, the frequent ones more than once. */
export const surnames = [
  ...'王李张刘陈杨黄周吴徐王李张刘陈杨黄周',
  ...'孙马朱胡林郭何高罗郑梁谢唐许冯宋韩邓彭曹曾田萧潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛',
  '欧阳',
  '司马',
] as const;
