// A portal in Vue 3.
import { createApp } from "vue";
import { define } from "cakupan/embed";
import HostPage from "./HostPage.vue";

define();
createApp(HostPage).mount("#host");
