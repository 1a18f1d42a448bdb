package postgres

import (
	"context"
	"encoding/json"
	"fmt"
	"github.com/jackc/pgx/v5"
	"time"

	"tandem/coach/training"
	"tandem/store"
)

const countQuestion = `
INSERT INTO questions (text, count, nearest, last) VALUES ($1, 1, $2, $3)
ON CONFLICT (text) DO UPDATE SET count = questions.count + 1, nearest = excluded.nearest, last = greatest(questions.last, excluded.last)`

// CountQuestion counts a question that had no answer, without who asked it.
func (t *tx) CountQuestion(ctx context.Context, text string, nearest []string, now time.Time) error {
	text = store.Normal(text)
	if text == "" {
		return nil
	}
	topics, err := json.Marshal(nearest)
	if err != nil {
		return fmt.Errorf("write topics: %w", err)
	}
	_, err = t.exec(ctx, countQuestion, text, string(topics), training.DateOf(now.UTC()).String())
	return wrap("count question", err)
}

// The table is at most store.MaxQuestions rows between purges, so sorting it is cheap.
const selectQuestions = `SELECT text, count, nearest, last FROM questions ORDER BY count DESC, last DESC, text LIMIT $1`

// Questions returns what could not be answered, the most frequent first.
func (s *Store) Questions(ctx context.Context, limit int) (out []store.Question, err error) {
	err = s.look(ctx, func(t *tx) error {
		return t.each(ctx, selectQuestions, func(r pgx.Rows) error {
			var q store.Question
			var nearest []byte
			if err := r.Scan(&q.Text, &q.Count, &nearest, dateScan{&q.Last}); err != nil {
				return err
			}
			out = append(out, q)
			return json.Unmarshal(nearest, &out[len(out)-1].Nearest)
		}, limit)
	})
	return out, wrap("read questions", err)
}

const countFeedback = `
INSERT INTO feedback (topic, helped, not_helped) VALUES ($1, $2::boolean::int, (NOT $2::boolean)::int)
ON CONFLICT (topic) DO UPDATE SET helped = feedback.helped + excluded.helped,
	not_helped = feedback.not_helped + excluded.not_helped`

// CountFeedback counts whether an answer on the topic was what was asked for.
func (t *tx) CountFeedback(ctx context.Context, topic string, helped bool) error {
	_, err := t.exec(ctx, countFeedback, topic, helped)
	return wrap("count feedback", err)
}

// Feedback returns the counts by topic, in order of topic.
func (s *Store) Feedback(ctx context.Context) (out []store.Feedback, err error) {
	err = s.look(ctx, func(t *tx) error {
		return t.each(ctx, `SELECT topic, helped, not_helped FROM feedback ORDER BY topic`, func(r pgx.Rows) error {
			var f store.Feedback
			err := r.Scan(&f.Topic, &f.Helped, &f.NotHelped)
			out = append(out, f)
			return err
		})
	})
	return out, wrap("read feedback", err)
}
