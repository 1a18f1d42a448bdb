package coach

import (
	"tandem/coach/advice"
	"tandem/coach/training"
)

// Plan lays a week out by the rules: "3 lifts 3 runs key run tue".
func (c *Coach) Plan(a Athlete, request string) (string, error) {
	req, err := advice.ParsePlan(request)
	if err != nil {
		return "", err
	}
	req.Profile = a.Profile(training.Date{})
	return advice.Plan(req).Text(), nil
}
