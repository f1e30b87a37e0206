// A portal in Angular: scenario as a property, language as an attribute, the result by an event.
import { CUSTOM_ELEMENTS_SCHEMA, Component, signal } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import { type EmbedResult, type Scenario, define } from "cakupan/embed";
import makassar from "../../../../cases/makassar.json";

define();

@Component({
  selector: "host-page",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      <h1>Portal Angular</h1>
      <p>Jumlah yang diterima portal: <output id="hasil">{{ total() }}</output></p>
      <p><button type="button" (click)="language.set('en')">English</button></p>
      <kalkulator-cakupan
        mode="compact"
        [attr.src]="src"
        [attr.language]="language()"
        [scenario]="scenario"
        (cakupan-result)="receive($event)"></kalkulator-cakupan>
    </main>
  `,
})
class HostPage {
  readonly src = document.querySelector<HTMLMetaElement>("meta[name=calculator]")!.content;
  readonly scenario = makassar as Scenario;
  readonly language = signal<"id" | "en">("id");
  readonly total = signal<number | null>(null);

  receive(event: Event) {
    this.total.set((event as CustomEvent<EmbedResult>).detail.totalRupiah);
  }
}

await bootstrapApplication(HostPage);
