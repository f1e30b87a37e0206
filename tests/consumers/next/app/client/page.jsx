"use client";
import { project } from "cakupan";
import { useEffect, useState } from "react";
import scenario from "../../scenario.js";

export default function Page() {
  const [total, setTotal] = useState();
  useEffect(() => setTotal(project(scenario).total.rupiah), []);
  return <output>{total}</output>;
}
