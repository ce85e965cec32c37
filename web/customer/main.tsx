import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { followColorScheme } from "../ui/color-scheme.ts";
import { CustomerApp } from "./CustomerApp.tsx";
import "../ui/base.css";

followColorScheme();
const root = document.getElementById("root");
if (root === null) throw new Error("customer.html has no #root");
createRoot(root).render(
  <StrictMode>
    <CustomerApp address={location.pathname} />
  </StrictMode>,
);
