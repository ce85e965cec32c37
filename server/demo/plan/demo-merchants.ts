import type { GoodsName } from "./goods.ts";
import type { TradeName } from "./trades.ts";

/** A shop of the demo. Shops and banks are made up. */
export interface DemoMerchant {
  readonly zh: string;
  readonly en: string;
  readonly categoryCode: string;
  readonly trade: TradeName;
  readonly sells: GoodsName;
  readonly terminals: number;
  /** How busy it is, against the others. */
  readonly weight: number;
  readonly currency: "CNY" | "USD" | "JPY";
}

/** The first is the one that the demo's merchant verifier works for. */
// biome-ignore format: a table is read by its columns
export const demoMerchants: readonly DemoMerchant[] = [
  { zh: "澜点数码（西湖店）", en: "Landian Digital West Lake", categoryCode: "5732", trade: "ELECTRONICS", sells: "ELECTRONICS", terminals: 4, weight: 9, currency: "CNY" },
  { zh: "衡悦百货",           en: "Hengyue Department Store",  categoryCode: "5311", trade: "FASHION",     sells: "CLOTHES",     terminals: 4, weight: 9,  currency: "CNY" },
  { zh: "湖畔里酒店",         en: "Lakeside Lane Hotel",       categoryCode: "7011", trade: "HOTEL",       sells: "ROOMS",       terminals: 2, weight: 7,  currency: "CNY" },
  { zh: "云上小馆",           en: "Cloudside Kitchen",         categoryCode: "5812", trade: "MEAL",        sells: "MEALS",       terminals: 3, weight: 7,  currency: "CNY" },
  { zh: "素木服饰",           en: "Sumu Apparel",              categoryCode: "5651", trade: "FASHION",     sells: "CLOTHES",     terminals: 2, weight: 6,  currency: "CNY" },
  { zh: "鲜禾超市",           en: "Xianhe Fresh Market",       categoryCode: "5411", trade: "GROCERY",     sells: "GROCERIES",   terminals: 4, weight: 8,  currency: "CNY" },
  { zh: "力行健身",           en: "Lixing Fitness",            categoryCode: "7997", trade: "LESSONS",     sells: "FITNESS",     terminals: 1, weight: 5,  currency: "CNY" },
  { zh: "瑾颜美容",           en: "Jinyan Beauty Salon",       categoryCode: "7230", trade: "BEAUTY",      sells: "BEAUTY",      terminals: 1, weight: 4,  currency: "CNY" },
  { zh: "栖木家居",           en: "Qimu Home",                 categoryCode: "5712", trade: "HOME",        sells: "FURNITURE",   terminals: 2, weight: 5,  currency: "CNY" },
  { zh: "金岚珠宝",           en: "Jinlan Jewellery",          categoryCode: "5944", trade: "LUXURY",      sells: "JEWELLERY",   terminals: 2, weight: 4,  currency: "CNY" },
  { zh: "远山旅行社",         en: "Far Hills Travel",          categoryCode: "4722", trade: "TRAVEL",      sells: "TOURS",       terminals: 1, weight: 5,  currency: "CNY" },
  { zh: "启航教育",           en: "Qihang Learning Centre",    categoryCode: "8299", trade: "LESSONS",     sells: "COURSES",     terminals: 1, weight: 4,  currency: "CNY" },
  { zh: "康和大药房",         en: "Kanghe Pharmacy",           categoryCode: "5912", trade: "PHARMACY",sells: "MEDICINES",   terminals: 2, weight: 4,  currency: "CNY" },
  { zh: "一叶茶饮",           en: "One Leaf Tea",              categoryCode: "5814", trade: "SNACK",       sells: "DRINKS",      terminals: 2, weight: 4,  currency: "CNY" },
  { zh: "蜀香火锅",           en: "Shuxiang Hot Pot",          categoryCode: "5812", trade: "MEAL",        sells: "MEALS",       terminals: 3, weight: 6,  currency: "CNY" },
  { zh: "步履鞋业",           en: "Bulu Shoes",                categoryCode: "5661", trade: "FASHION",     sells: "SHOES",       terminals: 1, weight: 3,  currency: "CNY" },
  { zh: "明澈眼镜",           en: "Mingche Optical",           categoryCode: "8043", trade: "HEALTH",      sells: "GLASSES",     terminals: 1, weight: 3,  currency: "CNY" },
  { zh: "皓齿口腔",           en: "Haochi Dental",             categoryCode: "8021", trade: "HEALTH",      sells: "TEETH",       terminals: 1, weight: 2,  currency: "CNY" },
  { zh: "驰安汽车服务",       en: "Chi'an Car Care",           categoryCode: "7538", trade: "CAR",         sells: "GARAGE",      terminals: 1, weight: 3,  currency: "CNY" },
  { zh: "星幕影城",           en: "Starcurtain Cinema",        categoryCode: "7832", trade: "LEISURE",     sells: "CINEMA",      terminals: 3, weight: 4,  currency: "CNY" },
  { zh: "纸间书店",           en: "Between Pages Books",       categoryCode: "5942", trade: "SNACK",       sells: "BOOKS",       terminals: 1, weight: 2,  currency: "CNY" },
  { zh: "童趣玩具",           en: "Tongqu Toys",               categoryCode: "5945", trade: "FASHION",     sells: "TOYS",        terminals: 1, weight: 2,  currency: "CNY" },
  { zh: "野径户外",           en: "Wild Trail Outdoors",       categoryCode: "5941", trade: "FASHION",     sells: "OUTDOORS",    terminals: 1, weight: 3,  currency: "CNY" },
  { zh: "毛球宠物",           en: "Furball Pets",              categoryCode: "5995", trade: "GROCERY",     sells: "PETS",        terminals: 1, weight: 2,  currency: "CNY" },
  { zh: "安贝母婴",           en: "Anbei Mother & Baby",       categoryCode: "5641", trade: "GROCERY",     sells: "BABY",        terminals: 1, weight: 3,  currency: "CNY" },
  { zh: "港湾免税店",         en: "Harbour Duty Free",         categoryCode: "5309", trade: "LUXURY",      sells: "DUTY_FREE",   terminals: 2, weight: 4,  currency: "USD" },
  { zh: "帆影国际酒店",       en: "Sailmark International",    categoryCode: "7011", trade: "HOTEL",       sells: "ROOMS",       terminals: 2, weight: 3,  currency: "USD" },
  { zh: "樱町药妆（大阪）",   en: "Sakuramachi Drugstore",     categoryCode: "5912", trade: "PHARMACY",sells: "MEDICINES",   terminals: 2, weight: 3,  currency: "JPY" },
  { zh: "北星相机（东京）",   en: "Hokusei Camera Tokyo",      categoryCode: "5732", trade: "ELECTRONICS", sells: "CAMERAS",     terminals: 1, weight: 2,  currency: "JPY" },
  { zh: "山丘咖啡",           en: "Hillock Coffee",            categoryCode: "5814", trade: "SNACK",       sells: "DRINKS",      terminals: 2, weight: 3,  currency: "CNY" },
  { zh: "麦穗烘焙",           en: "Wheatear Bakery",           categoryCode: "5462", trade: "SNACK",       sells: "CAKES",       terminals: 1, weight: 2,  currency: "CNY" },
  { zh: "老巷面馆",           en: "Old Lane Noodles",          categoryCode: "5812", trade: "MEAL",        sells: "MEALS",       terminals: 1, weight: 2,  currency: "CNY" },
  { zh: "恒温电器",           en: "Hengwen Appliances",        categoryCode: "5722", trade: "ELECTRONICS", sells: "APPLIANCES",  terminals: 2, weight: 5,  currency: "CNY" },
  { zh: "顺途租车",           en: "Shuntu Car Rental",         categoryCode: "7512", trade: "CAR",         sells: "CAR_HIRE",    terminals: 1, weight: 3,  currency: "CNY" },
  { zh: "半夏花艺",           en: "Banxia Florist",            categoryCode: "5992", trade: "SNACK",       sells: "FLOWERS",     terminals: 1, weight: 1,  currency: "CNY" },
  { zh: "时光映像",           en: "Time & Image Studio",       categoryCode: "7221", trade: "LEISURE",     sells: "PORTRAITS",   terminals: 1, weight: 2,  currency: "CNY" },
  { zh: "东渡海鲜酒楼",       en: "Dongdu Seafood House",      categoryCode: "5812", trade: "MEAL",        sells: "MEALS",       terminals: 2, weight: 4,  currency: "CNY" },
  { zh: "表里钟表",           en: "Biaoli Watches",            categoryCode: "5944", trade: "LUXURY",      sells: "WATCHES",     terminals: 1, weight: 2,  currency: "CNY" },
  { zh: "文澜文具",           en: "Wenlan Stationery",         categoryCode: "5943", trade: "SNACK",       sells: "BOOKS",       terminals: 1, weight: 1,  currency: "CNY" },
  { zh: "云顶温泉",           en: "Cloudtop Hot Springs",      categoryCode: "7999", trade: "LEISURE",     sells: "SPRINGS",     terminals: 2, weight: 3,  currency: "CNY" },
];
