import type { Catalogue } from "../en.ts";

export const home: Catalogue["home"] = {
  description: "中国城市消费侧碳账户：每个城市的消费所引起的碳排放在哪里，又由谁减下来。开放估算。",
  statement: (share) => `中国城市消费背后的碳排放，{em|${share}}\u00a0发\u2060生在别的城市。`,
  sub: (first, last, beneficiaries, of, estimate) =>
    `以上为 ${last} 年国内排放的${estimate ? "开放估算" : "计算结果"}。${first}—${last} 年，${of} 个城市中有 ${beneficiaries} 个从外地减排中获得的多于自身减排。看看谁在为你的城市减碳。`,
  networkCaption: (year, count) =>
    `外包碳的水系，${year}。线条将 ${count} 个城市各自与其外包排放最多的三个城市相连，越宽排放越多。仅示位置，不绘界线，非标准地图。`,
  finding: {
    heading: "研究的发现与本数据的结果",
    study: "研究的发现",
    studyText: (f, beneficiaries, strong, weak) =>
      `${f.cities} 个城市足迹的外包比例，${f.first} 年为 ${f.firstShare}，${f.last} 年为 ${f.lastShare}。${f.cities} 个城市中，${beneficiaries} 个从外地减排中获得的多于自身减排：强受益 ${strong} 个，弱受益 ${weak} 个。`,
    ours: "本数据的结果",
    oursText: (f, rose, beneficiaries, strong, weak) =>
      `外包比例 ${f.first} 年为 ${f.firstShare}，${f.last} 年为 ${f.lastShare}；${f.cities} 个城市中，${rose} 个的比例上升。${beneficiaries} 个城市从外地减排中获得的多于自身减排：强受益 ${strong} 个，弱受益 ${weak} 个。`,
    calibrated: (year, share) => `${year} 年的水平按研究公布的 ${share} 校准，其余数字均为本估算自身的结果。`,
    direction: (study, ours) =>
      study === ours
        ? "两者变化方向相同，但不足以互相印证：研究使用自己的投入产出表，本估算则假定距离对贸易的阻碍两年不变。"
        : "两者变化方向不同。研究使用自己的投入产出表，本估算则假定距离对贸易的阻碍两年不变。本站不把任何一个方向当作中国的事实。",
  },
  quadrant: {
    heading: "减排发生在哪里：全部城市",
    text: (strong) =>
      `越靠右，城市为自己减排越多；越靠上，外地为它减排越多。有 {b|${strong}} 个城市，外地在减排，本地生产的碳强度却在上升。`,
    note: (count) =>
      `${count} 个城市，平方根坐标。实心点从外地获益，空心圈未获益；零线以左、以下为增排。类别名后的数字为城市数。`,
    source: (share, year) =>
      `${year} 年外包比例的水平按已公布的数字（${share}）校准；其余结果，包括这些计数，均为本估算自身的结果。`,
    table: "数据表：各类别城市数",
    count: "城市数",
  },
  doors: {
    heading: "四个入口",
    read: { title: "读一个城市", text: "分节讲一个城市：引起多少排放，在哪里，为何变化，由谁减下来。" },
    profiles: (count) => `${count} 个城市`,
    change: { title: "试作改变", text: "更清洁的电力、另选供应商、少建一些：改动几处，看谁的碳减少，在哪里减少。" },
    changeTo: "模拟器",
    method: { title: "核对方法", text: "每个数字的含义与假设，假设影响多大，与研究相比如何。" },
    methodTo: "公式与局限",
    data: { title: "取用数据", text: "全部数字的 CSV 与 JSON，附公式、输入，以及可重新得出它的命令。" },
    dataTo: "CSV、JSON、SVG",
  },
  more: {
    heading: "其他看法",
    links: [
      { text: "地图：全部城市，以及一市的流量", path: "map/" },
      { text: "比较两至四个城市", path: "compare/" },
      { text: "省份：多少留在省内，外省为其排放多少", path: "provinces/" },
      { text: "城市类型", path: "types/" },
      { text: "情景：各自对每个城市的影响", path: "scenarios/" },
      { text: "部门：在哪里排放，为谁排放", path: "sectors/" },
      { text: "可修改的三城算例", path: "methods/#example" },
      { text: "术语", path: "glossary/" },
      { text: "未入表的地方", path: "not-in-table/" },
    ],
  },
  news: {
    heading: "本次发布及其局限",
    release: (id) => `版本 ${id}`,
    releaseText: (label, count, left) => `${label}：${count} 个城市。另有 ${left} 个单位不在表中，搜索时会说明原因。`,
    releaseLink: "各版本的变化",
    limit: "已知局限",
    trade: "城市间贸易由模型推断，并非观测。价格基准会改变许多城市的类别，减排的定义影响更大。",
    tradeLink: "影响有多大",
    province: (count, of) => `${of} 个城市中，有 ${count} 个没有两年都可用的 CO₂ 总量，其本地减排反映的是全省情况。`,
    provinceLink: "这意味着什么",
    intervals: (uncertain, cities) =>
      uncertain === null
        ? "本版本未估计不确定区间。靠近分界线的城市，也可能属于相邻类别。"
        : `以不同的参数、价格与强度重新抽样，${cities} 个城市中有 ${uncertain} 个的类别不一致。`,
    intervalsLink: "其他指标下的类别",
  },
  about: {
    title: "关于",
    lead: "“支流”计算谁在为谁减碳：中国每个城市的消费引起多少排放，排放在哪里，两个年份之间又在哪里减下来。",
    paragraphs: [
      "问题来自《自然·城市》2024 年一项关于中国城市外包减排的研究。该研究使用的表不得转发，因此本站展示任何人都能用公开数据重建的开放估算；研究的数字只作为研究的结果引用。",
      "用词经过斟酌。“减排”与“增排”指碳强度的升降；“外包”指排放发生在其他城市，并非搬迁；城市之间的差额不是债务。",
      "页面都是静态文件，不设追踪，无需账户，不请求第三方；不用 JavaScript 也能读完每一页；搜索、筛选、比较、地图上的选择与模拟器需要它。",
    ],
    studyTitle: "所依据的研究",
    mapTitle: "地图",
    map: "标示位置的图只以点表示城市，不绘任何界线，均非标准地图。",
    more: [
      {
        title: "打印与离线",
        paragraphs: [
          "城市页面打印后是一份四页的 A4 报告：较长的表格略去，来源与引用格式保留。",
          "全站可打包为一个文件，从磁盘直接打开（命令见数据页）。离线时可以阅读；搜索、筛选、比较和模拟器需要服务器。",
        ],
      },
      {
        title: "在其他网页使用图",
        paragraphs: [
          "城市页面的每幅图都可存为 SVG 或嵌入其他网页，图中自带标题、来源与许可。引用任何数字时，请保留“开放估算”字样。",
        ],
      },
      {
        title: "无障碍",
        paragraphs: [
          "每幅图都有文字说明和表格；不单靠颜色传达信息；全部内容可用键盘操作；系统要求时不使用动画。页面按 WCAG 2.2 AA 作自动检测，能发现许多问题，但不是全部。",
        ],
      },
      {
        title: "许可",
        paragraphs: [
          "代码：MIT。结果、图与文字：CC BY 4.0。估算所用的公开数据仍适用其提供者的条款，见数据页。字体：Source Sans 3、Source Serif 4 与 Noto，依 SIL 开放字体许可。",
        ],
      },
    ],
  },
};
