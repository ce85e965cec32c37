import { ConfigProvider, type ConfigProviderProps } from "antd";
import enGB from "antd/locale/en_GB.js";
import zhCN from "antd/locale/zh_CN.js";
import type { ReactNode } from "react";
import { useLanguage } from "../i18n/use-language.ts";
import { useColorScheme } from "./color-scheme.ts";
import { antTheme } from "./theme.ts";

type Locale = NonNullable<ConfigProviderProps["locale"]>;

/** Its types call these files CommonJS and bundlers do not, so the default comes wrapped or plain. */
const unwrapped = (file: Locale | { readonly default: Locale }): Locale => ("default" in file ? file.default : file);

/** Around the pages that use Ant Design, and only those: the queue is drawn without it. */
export function AntTheme({ children }: { readonly children: ReactNode }) {
  const isChinese = useLanguage() === "zh-CN";
  const scheme = useColorScheme();
  return (
    <ConfigProvider
      theme={antTheme(scheme, isChinese ? 1.6 : 1.5)}
      locale={unwrapped(isChinese ? zhCN : enGB)}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  );
}
