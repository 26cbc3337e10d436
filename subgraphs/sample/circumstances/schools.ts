interface StageOfSchool {
  readonly public: readonly string[];
  readonly private: string;
  readonly privateShare: number;
  /** How many live at school. */
  readonly boarding: number;
  /** Yuan a year at a public school, from and to. */
  readonly fees: readonly [number, number];
  /** Yuan a year that a pupil in need may get. */
  readonly aid: number;
}

/** Schools by stage, with invented names. Compulsory education, primary and junior secondary, is free. */
export const schools = {
  PRESCHOOL: {
    public: ['样例第一幼儿园', '样例第二幼儿园'],
    private: '样例童星幼儿园',
    privateShare: 0.5,
    boarding: 0,
    fees: [2400, 4800],
    aid: 800,
  },
  PRIMARY: {
    public: ['样例第一小学', '样例第二小学', '样例中心小学'],
    private: '样例外国语学校',
    privateShare: 0.01,
    boarding: 0.05,
    fees: [0, 0],
    aid: 1000,
  },
  JUNIOR_SECONDARY: {
    public: ['样例第一中学', '样例第二中学'],
    private: '样例外国语学校',
    privateShare: 0.01,
    boarding: 0.3,
    fees: [0, 0],
    aid: 1250,
  },
  SENIOR_SECONDARY: {
    public: ['样例第一中学', '样例高级中学'],
    private: '样例育才高级中学',
    privateShare: 0.04,
    boarding: 0.6,
    fees: [800, 1600],
    aid: 2000,
  },
  VOCATIONAL_SECONDARY: {
    public: ['样例职业教育中心'],
    private: '样例工商学校',
    privateShare: 0.1,
    boarding: 0.7,
    fees: [0, 0],
    aid: 2000,
  },
  VOCATIONAL_COLLEGE: {
    public: ['样例职业技术学院', '样例工程职业学院'],
    private: '样例科技职业学院',
    privateShare: 0.15,
    boarding: 0.95,
    fees: [4500, 6500],
    aid: 3000,
  },
  BACHELOR: {
    public: ['样例大学', '样例师范大学', '样例理工大学'],
    private: '样例城市学院',
    privateShare: 0.1,
    boarding: 0.95,
    fees: [4500, 6500],
    aid: 3000,
  },
  POSTGRADUATE: {
    public: ['样例大学'],
    private: '样例大学',
    privateShare: 0,
    boarding: 1,
    fees: [8000, 8000],
    aid: 6000,
  },
} as const satisfies Record<string, StageOfSchool>;

export type Stage = keyof typeof schools;
