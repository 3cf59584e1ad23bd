import type { Catalogue } from "../../en.ts";

export const data: Catalogue["city"]["data"] = {
  heading: "数据与引用",
  say: (files) => `本页的模型数字见 ${files} 个小文件，数字未经舍入；完整数组见数据页。`,
  table: { file: "文件", holds: "内容" },
  hashes: "以上各文件的 SHA-256",
  sections: {
    "in-short": "四个数字与同类中位数",
    mitigation: "本市与同类城市的本地、外包减排",
    accounts: "两本账，两个年份",
    origins: "按来源城市的排放，全部城市",
    uses: "按最终使用的足迹",
    chains: "购买的产品与为之排放的部门",
    paths: "最大的十条供应链",
    why: "按原因分解的变化",
    partners: "获得与给出的减排，全部伙伴",
    peers: "同类城市及其数字",
    certainty: "抽样中的类别与减排量，以及各价格基准下的减排量",
    "what-if": "影响最大的几个情景下的足迹",
    changes: "与上一版本相比有变化的主要数字",
  },
  citeTitle: "引用本页",
  releaseNote: (release) => `消费侧碳账户，数据版本 ${release}`,
  apa: (title, release, year, url) =>
    `支流．（${year}）．${title}（数据版本 ${release}）[数据集]．${url === null ? "" : ` ${url}`}`,
  gbt: (title, release, year, url) =>
    `支流. ${title}：数据版本 ${release}[${url === null ? "DS" : "DS/OL"}]. ${year}.${url === null ? "" : ` ${url}.`}`,
  openEstimate: "引用本页数字时，请注明“开放估算”：数字由公开数据建模得出。",
  asideTitle: "许可",
  aside: "图表与文字采用 CC BY 4.0。公开数据的来源及其各自条款列于数据页。",
  dataPage: "全部数据",
};
