import type { Catalogue } from "../en.ts";

export const shell: Catalogue["shell"] = {
  brand: "支流",
  tagline: "谁在为谁减碳",
  title: (page) => (page === null ? "支流：谁在为谁减碳" : `${page}｜支流`),
  skip: "跳到正文",
  mainNav: "主导航",
  breadcrumb: "路径",
  nav: { cities: "城市", scenarios: "情景", simulator: "模拟器", methods: "方法", data: "数据" },
  search: "搜索",
  badge: "开放估算",
  badgeMeaning: "开放估算的含义",
  footer: {
    openEstimate: "开放估算：由公开数据建模得出，并非观测值。城市间贸易由引力模型推断，各市页面注明其影响所在。",
    otherData: "由本副本使用者自备的投入产出表计算。",
    cite: "引用",
    release: (id) => `数据版本 ${id}。`,
    citeLink: "引用格式",
    licence: "许可",
    licenceText: "代码 MIT；图表与文字 CC BY 4.0。",
    private: "不设追踪，不请求第三方。",
    about: "关于",
  },
  find: {
    label: "查找城市",
    placeholder: "长沙、changsha、csh 或 430100",
    open: "打开",
    startWith: "或从这里开始：",
  },
  notFound: {
    title: "页面不存在",
    text: "此地址没有页面。可按城市名称、拼音、首字母或行政区划代码查找。",
    home: "首页",
  },
};
