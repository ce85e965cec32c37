import type { Bilingual } from "../../kernel/calendar.ts";

/** What shops sell, as people speak of it in their requests; the cheapest first. */
// biome-ignore format: a table is read by its columns
export const goods = {
  ELECTRONICS: [{ zh: "无线耳机", en: "wireless earphones" }, { zh: "平板电脑", en: "tablet" }, { zh: "手机", en: "phone" }],
  APPLIANCES:  [{ zh: "电饭煲", en: "rice cooker" }, { zh: "空气净化器", en: "air purifier" }, { zh: "洗衣机", en: "washing machine" }],
  CAMERAS:     [{ zh: "三脚架", en: "tripod" }, { zh: "定焦镜头", en: "prime lens" }, { zh: "微单相机", en: "mirrorless camera" }],
  CLOTHES:     [{ zh: "羊绒围巾", en: "cashmere scarf" }, { zh: "连衣裙", en: "dress" }, { zh: "羊毛大衣", en: "wool coat" }],
  SHOES:       [{ zh: "童鞋", en: "children's shoes" }, { zh: "跑步鞋", en: "running shoes" }, { zh: "皮靴", en: "leather boots" }],
  OUTDOORS:    [{ zh: "冲锋衣", en: "rain jacket" }, { zh: "登山鞋", en: "hiking boots" }, { zh: "帐篷", en: "tent" }],
  TOYS:        [{ zh: "拼图", en: "puzzle" }, { zh: "遥控赛车", en: "remote-control car" }, { zh: "积木套装", en: "building set" }],
  BOOKS:       [{ zh: "教辅书", en: "study books" }, { zh: "儿童绘本", en: "picture books" }, { zh: "文具礼盒", en: "stationery set" }],
  FLOWERS:     [{ zh: "花束", en: "bouquet" }, { zh: "绿植", en: "potted plants" }, { zh: "开业花篮", en: "flower stand" }],
  MEALS:       [{ zh: "晚餐", en: "dinner for two" }, { zh: "四人午餐", en: "lunch for four" }, { zh: "家庭套餐", en: "family set menu" }],
  DRINKS:      [{ zh: "早餐", en: "breakfast" }, { zh: "两杯饮品", en: "two drinks" }, { zh: "下午茶", en: "afternoon tea" }],
  CAKES:       [{ zh: "早餐面包", en: "breakfast rolls" }, { zh: "面包礼盒", en: "box of pastries" }, { zh: "生日蛋糕", en: "birthday cake" }],
  GROCERIES:   [{ zh: "日用品", en: "household goods" }, { zh: "一周食材", en: "week's groceries" }, { zh: "礼盒水果", en: "gift box of fruit" }],
  PETS:        [{ zh: "猫粮", en: "cat food" }, { zh: "宠物洗护", en: "pet grooming" }, { zh: "猫爬架", en: "cat tree" }],
  BABY:        [{ zh: "纸尿裤", en: "nappies" }, { zh: "婴儿奶粉", en: "infant formula" }, { zh: "婴儿推车", en: "pushchair" }],
  FURNITURE:   [{ zh: "床垫", en: "mattress" }, { zh: "实木餐桌", en: "oak dining table" }, { zh: "布艺沙发", en: "fabric sofa" }],
  BEAUTY:      [{ zh: "面部护理", en: "facial" }, { zh: "烫染套餐", en: "perm and colour" }, { zh: "十次护理套餐", en: "ten-visit care package" }],
  ROOMS:       [{ zh: "一晚标准间", en: "one night in a standard room" }, { zh: "两晚湖景房", en: "two nights with a view" }, { zh: "周末家庭房", en: "weekend family room" }],
  TOURS:       [{ zh: "签证服务", en: "visa service" }, { zh: "四日跟团游", en: "four-day tour" }, { zh: "机票加酒店套餐", en: "flight and hotel package" }],
  FITNESS:     [{ zh: "游泳次卡", en: "swimming pass" }, { zh: "一年期会员卡", en: "one-year membership" }, { zh: "私教课", en: "personal training" }],
  COURSES:     [{ zh: "英语口语课", en: "spoken English course" }, { zh: "寒假班", en: "winter course" }, { zh: "三十节课包", en: "thirty-lesson package" }],
  MEDICINES:   [{ zh: "保健品", en: "supplements" }, { zh: "护肤套装", en: "skin-care set" }, { zh: "血压计", en: "blood-pressure monitor" }],
  GLASSES:     [{ zh: "墨镜", en: "sunglasses" }, { zh: "近视眼镜", en: "spectacles" }, { zh: "渐进镜片", en: "progressive lenses" }],
  TEETH:       [{ zh: "洁牙套餐", en: "dental cleaning" }, { zh: "补牙", en: "fillings" }, { zh: "隐形牙套", en: "clear aligners" }],
  JEWELLERY:   [{ zh: "对戒", en: "pair of rings" }, { zh: "金手镯", en: "gold bracelet" }, { zh: "钻石吊坠", en: "diamond pendant" }],
  WATCHES:     [{ zh: "表带", en: "watch strap" }, { zh: "手表保养", en: "watch service" }, { zh: "机械表", en: "mechanical watch" }],
  DUTY_FREE:   [{ zh: "香水礼盒", en: "perfume gift set" }, { zh: "名酒礼盒", en: "bottle of whisky" }, { zh: "手提包", en: "handbag" }],
  CAR_HIRE:    [{ zh: "周末租车", en: "weekend car hire" }, { zh: "三日租车", en: "three-day car hire" }, { zh: "七座商务车", en: "seven-seat van" }],
  GARAGE:      [{ zh: "保养套餐", en: "service package" }, { zh: "车漆修复", en: "paint repair" }, { zh: "四条轮胎", en: "four tyres" }],
  CINEMA:      [{ zh: "两张电影票", en: "two cinema tickets" }, { zh: "亲子套票", en: "family ticket" }, { zh: "包场", en: "private showing" }],
  SPRINGS:     [{ zh: "温泉日票", en: "day pass to the springs" }, { zh: "双人汤屋", en: "private bath for two" }, { zh: "节日套票", en: "holiday package" }],
  PORTRAITS:   [{ zh: "证件照", en: "passport photos" }, { zh: "全家福", en: "family portrait" }, { zh: "影楼套系", en: "portrait package" }],
} as const satisfies Readonly<Record<string, readonly Bilingual[]>>;

export type GoodsName = keyof typeof goods;
