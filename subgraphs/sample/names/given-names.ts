/** Characters of which given names are put together, by sex and by the time of birth. */
export const givenCharacters = {
  MALE: {
    old: [...'国建文志明德华永福兴光荣贵富忠全学安庆云清正兵强军平'],
    young: [...'浩宇轩子俊杰一鸣博涛鑫磊晨睿航嘉诚泽凯林伟天佑峻熙'],
  },
  FEMALE: {
    old: [...'秀英淑芳兰桂珍玉翠琼素碧莲容群菊惠华清明蓉琴凤霞'],
    young: [...'雨欣怡梓涵静雅琪悦婷思佳慧妍梦璐诗瑶语彤萱敏晓'],
  },
} as const;

/** Names of two parts that are joined by a middle dot. */
export const dottedNames = {
  MALE: ['艾力', '阿迪力', '吐尔逊', '木呷', '阿木', '拉且', '尼玛', '扎西'],
  FEMALE: ['阿依古丽', '阿米娜', '热孜万', '阿呷', '阿依', '乌芝', '卓玛', '央金'],
  second: ['买买提', '肖开提', '玉山', '吉克', '阿苦', '沙马', '次仁', '旺堆'],
} as const;
