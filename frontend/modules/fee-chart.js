// Fees as stacked bars, and the same figures in a table for those who hear the page. The version is the pom's.

import '../webjars/chart.js/4.5.1/dist/chart.umd.min.js';
import { make } from './dom.js';

const dark = matchMedia('(prefers-color-scheme: dark)');

/** Pixels. */
const UPRIGHT = [680, 170];

class ParleyFeeChart extends HTMLElement {
  connectedCallback() {
    if (!this.canvas) this.build();
    // What was set before this class was loaded hides the setter.
    if (Object.hasOwn(this, 'bars')) {
      const bars = this.bars;
      delete this.bars;
      this.bars = bars;
    }
    this.recolour = () => this.paint();
    this.beforePrint = () => this.print(true);
    this.afterPrint = () => this.print(false);
    dark.addEventListener('change', this.recolour);
    this.scheme = new MutationObserver(this.recolour);
    this.scheme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-scheme'] });
    window.addEventListener('beforeprint', this.beforePrint);
    window.addEventListener('afterprint', this.afterPrint);
    this.draw();
  }

  disconnectedCallback() {
    dark.removeEventListener('change', this.recolour);
    this.scheme.disconnect();
    window.removeEventListener('beforeprint', this.beforePrint);
    window.removeEventListener('afterprint', this.afterPrint);
    this.chart?.destroy();
    this.chart = null;
  }

  build() {
    this.canvas = make('canvas');
    this.canvas.setAttribute('aria-hidden', 'true');
    this.spoken = make('div', 'only-spoken');
    // Colours are tokens, which only an element's own colour turns into one that a canvas knows.
    this.probes = Object.fromEntries(
      ['in', 'out', 'ink', 'paper'].map((name) => [name, make('i', `chart-${name}`)]),
    );
    this.append(make('div', 'chart-place', this.canvas), this.spoken, ...Object.values(this.probes));
  }

  set bars(bars) {
    this.figures = bars;
    if (this.canvas && this.isConnected) this.draw();
  }

  draw() {
    if (!this.figures) return;
    this.spoken.replaceChildren(this.table());
    const [inbound, outbound] = ['inbound', 'outbound'].map((key) => this.figures.map((bar) => Number(bar[key])));
    const labels = this.figures.map((bar) => bar.label);
    if (this.chart) {
      this.chart.data.labels = labels;
      this.chart.data.datasets[0].data = inbound;
      this.chart.data.datasets[1].data = outbound;
      this.paint();
      return;
    }
    this.chart = new Chart(this.canvas, {
      type: 'bar',
      data: {
        labels,
        datasets: [
          { label: this.dataset.inbound, data: inbound, borderRadius: 2, backgroundColor: () => this.colour('in') },
          {
            label: this.dataset.outbound,
            data: outbound,
            borderRadius: { topLeft: 3, topRight: 3 },
            borderWidth: { bottom: 1 },
            backgroundColor: () => this.colour('out'),
            borderColor: () => this.colour('paper'),
          },
        ],
      },
      options: {
        animation: false,
        responsive: true,
        font: { family: getComputedStyle(this).fontFamily },
        maintainAspectRatio: false,
        categoryPercentage: 1,
        barPercentage: 0.88,
        maxBarThickness: 80,
        interaction: { mode: 'index', intersect: false },
        scales: {
          x: { stacked: true, grid: { display: false }, border: { display: false }, ticks: { maxRotation: 0, autoSkipPadding: 12, font: { size: 11 }, color: () => this.colour('ink') } },
          y: { stacked: true, display: false, beginAtZero: true },
        },
        plugins: {
          colors: { enabled: false },
          legend: { display: false },
          tooltip: {
            displayColors: false,
            itemSort: (a, b) => b.datasetIndex - a.datasetIndex,
            callbacks: {
              title: ([item]) => (item ? this.figures[item.dataIndex].title : ''),
              label: (item) => `${item.dataset.label}: ${this.words(item)}`,
            },
          },
        },
      },
    });
  }

  words(item) {
    const bar = this.figures[item.dataIndex];
    return item.datasetIndex === 0 ? bar.inboundWords : bar.outboundWords;
  }

  colour(name) {
    return getComputedStyle(this.probes[name]).color;
  }

  paint() {
    this.chart?.update('none');
  }

  /** Paper is white, whatever the screen is, and as wide as it is: drawn for an upright page, stretched for others. */
  print(begins) {
    document.documentElement.classList.toggle('printing', begins);
    this.paint();
    this.chart?.resize(...(begins ? UPRIGHT : []));
  }

  table() {
    const table = make('table');
    const head = make('tr', '', ...['first', 'inbound', 'outbound'].map((key) => this.title('col', this.dataset[key])));
    const rows = this.figures.map((bar) =>
      make('tr', '', this.title('row', bar.title), make('td', '', bar.inboundWords), make('td', '', bar.outboundWords)),
    );
    table.append(make('thead', '', head), make('tbody', '', ...rows));
    return table;
  }

  title(scope, words) {
    const cell = make('th', '', words);
    cell.scope = scope;
    return cell;
  }
}

if (!customElements.get('parley-fee-chart')) customElements.define('parley-fee-chart', ParleyFeeChart);
