package ops

import (
	"context"
	"log/slog"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
)

// Metrics counts what the coach does. Labels are platforms and outcomes, never
// people.
type Metrics struct {
	registry   *prometheus.Registry
	accepted   *prometheus.CounterVec
	duplicates *prometheus.CounterVec
	storing    *prometheus.HistogramVec
	replies    *prometheus.HistogramVec
	questions  *prometheus.CounterVec
	failures   *prometheus.CounterVec
	limited    *prometheus.CounterVec
	refused    *prometheus.CounterVec
	store      *prometheus.HistogramVec
	deliveries *prometheus.CounterVec
	lateness   prometheus.Histogram
}

// NewMetrics returns counters at zero, with the Go runtime's own beside them.
func NewMetrics() *Metrics {
	m := &Metrics{
		registry: prometheus.NewRegistry(),
		accepted: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "tandem_messages_accepted_total",
			Help: "Messages that were stored and acknowledged."}, []string{"platform"}),
		duplicates: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "tandem_duplicates_prevented_total",
			Help: "Second deliveries of a message, dropped."}, []string{"platform"}),
		storing: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "tandem_accept_seconds",
			Help: "Storing a message durably, after which the platform is acknowledged.", Buckets: prometheus.ExponentialBuckets(0.0001, 2, 16)}, []string{"platform"}),
		replies: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "tandem_reply_seconds",
			Help: "From taking up a message to its answer being sent.", Buckets: prometheus.ExponentialBuckets(0.0005, 2, 14)}, []string{"platform"}),
		questions: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "tandem_questions_total",
			Help: "Questions by outcome: answer, clarify, unknown, safety, smalltalk."}, []string{"outcome"}),
		failures: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "tandem_message_failures_total",
			Help: "Attempts to answer a message that failed."}, []string{"platform"}),
		limited: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "tandem_messages_limited_total",
			Help: "Messages over what one person, or everybody of one workspace or channel, may say: dropped."}, []string{"platform", "of"}),
		refused: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "tandem_rate_limited_total",
			Help: "Calls that a platform answered with 429, by what was called."}, []string{"platform", "method"}),
		store: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "tandem_store_seconds",
			Help: "What the conversation asks of the database, by operation.", Buckets: prometheus.ExponentialBuckets(0.0001, 2, 16)}, []string{"operation"}),
		deliveries: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "tandem_deliveries_total",
			Help: "Check-ins and reminders by what became of them."}, []string{"kind", "outcome"}),
		lateness: prometheus.NewHistogram(prometheus.HistogramOpts{Name: "tandem_delivery_lateness_seconds",
			Help: "How long after its due moment a check-in or reminder was sent.", Buckets: []float64{.1, .5, 1, 2, 5, 15, 60, 300, 3600}}),
	}
	m.registry.MustRegister(m.accepted, m.duplicates, m.storing, m.replies, m.questions, m.failures, m.limited, m.refused, m.store, m.deliveries, m.lateness,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// Counter adds a count that is kept elsewhere, for one platform, and read
// whenever the metrics are.
func (m *Metrics) Counter(name, help, platform string, read func() float64) {
	m.registry.MustRegister(prometheus.NewCounterFunc(prometheus.CounterOpts{Name: name, Help: help, ConstLabels: prometheus.Labels{"platform": platform}}, read))
}

// Gauge adds a number that is read whenever the metrics are.
func (m *Metrics) Gauge(name, help string, read func() float64) {
	m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, read))
}

// Reading is a number that is read whenever the metrics are.
type Reading struct {
	Name  string
	Help  string
	Value float64
}

// readTime is how long reading may take at a scrape.
const readTime = 3 * time.Second

// Readings adds numbers that are read together. When reading fails they are
// left out of that scrape.
func (m *Metrics) Readings(read func(context.Context) ([]Reading, error), log *slog.Logger) {
	m.registry.MustRegister(collector{read, log})
}

// collector describes nothing in advance, which the library allows.
type collector struct {
	read func(context.Context) ([]Reading, error)
	log  *slog.Logger
}

func (collector) Describe(chan<- *prometheus.Desc) {}

func (c collector) Collect(out chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), readTime) // the library hands no context over
	defer cancel()
	all, err := c.read(ctx)
	if err != nil {
		c.log.Warn("metrics of the database not read", "error", err)
		return
	}
	for _, r := range all {
		out <- prometheus.MustNewConstMetric(prometheus.NewDesc(r.Name, r.Help, nil, nil), prometheus.GaugeValue, r.Value)
	}
}

// Accepted counts a message that was stored, or a second delivery of one, and
// how long it took: the platform is acknowledged after it.
func (m *Metrics) Accepted(platform string, fresh bool, took time.Duration) {
	m.storing.WithLabelValues(platform).Observe(took.Seconds())
	if fresh {
		m.accepted.WithLabelValues(platform).Inc()
		return
	}
	m.duplicates.WithLabelValues(platform).Inc()
}

// Replied notes how long an answer took.
func (m *Metrics) Replied(platform string, took time.Duration) {
	m.replies.WithLabelValues(platform).Observe(took.Seconds())
}

// Asked counts a question by its outcome.
func (m *Metrics) Asked(outcome string) { m.questions.WithLabelValues(outcome).Inc() }

// Failed counts an attempt that failed.
func (m *Metrics) Failed(platform string) { m.failures.WithLabelValues(platform).Inc() }

// Limited counts a message that was over what a person, or a crowd, may say.
func (m *Metrics) Limited(platform, of string) { m.limited.WithLabelValues(platform, of).Inc() }

// Refused counts a call that a platform answered with 429.
func (m *Metrics) Refused(platform, method string) {
	m.refused.WithLabelValues(platform, method).Inc()
}

// Stored notes how long the database took for something.
func (m *Metrics) Stored(operation string, took time.Duration) {
	m.store.WithLabelValues(operation).Observe(took.Seconds())
}

// Delivered counts what became of a check-in or reminder, and how late it was.
func (m *Metrics) Delivered(kind, outcome string, late time.Duration) {
	m.deliveries.WithLabelValues(kind, outcome).Inc()
	if outcome == "sent" {
		m.lateness.Observe(late.Seconds())
	}
}
