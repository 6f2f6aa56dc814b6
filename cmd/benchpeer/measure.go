package main

import (
	"context"
	"slices"
	"sync"
	"time"
)

// plan is how long things are measured.
type plan struct {
	rounds      int
	round, warm time.Duration // of each server, for each question and number of connections
	arguments   int           // different ones of a question
}

// sample is what one round shows of one server.
type sample struct {
	perSecond float64
	p50, p99  time.Duration
	requests  int
}

// warmed asks for a while, with as many connections as there will be at most, so
// that plans, compiled code and connections are there before the clock starts.
func warmed(ctx context.Context, a asker, connections int, time time.Duration) error {
	_, err := measure(ctx, a, connections, time)
	return err
}

// measure keeps so many connections busy for a while: each asks again as soon as it
// has its answer.
func measure(ctx context.Context, a asker, connections int, during time.Duration) (sample, error) {
	took := make([][]time.Duration, connections)
	failed := make([]error, connections)
	began := time.Now()
	var group sync.WaitGroup
	for c := range connections {
		group.Go(func() {
			for i := c; failed[c] == nil && (time.Since(began) < during || len(took[c]) == 0); i += connections {
				asked := time.Now()
				failed[c] = a.ask(ctx, i)
				took[c] = append(took[c], time.Since(asked))
			}
		})
	}
	group.Wait()
	elapsed := time.Since(began)
	for _, err := range failed {
		if err != nil {
			return sample{}, err
		}
	}
	all := slices.Concat(took...)
	slices.Sort(all)
	return sample{float64(len(all)) / elapsed.Seconds(), quantile(all, 0.5), quantile(all, 0.99), len(all)}, nil
}

// quantile of what is sorted.
func quantile[T any](sorted []T, q float64) T { return sorted[int(q*float64(len(sorted)-1)+0.5)] }

// over makes a number of each sample and gives the median.
func over(samples []sample, number func(i int, s sample) float64) float64 {
	numbers := make([]float64, len(samples))
	for i, s := range samples {
		numbers[i] = number(i, s)
	}
	slices.Sort(numbers)
	middle := len(numbers) / 2
	if len(numbers)%2 == 1 {
		return numbers[middle]
	}
	return (numbers[middle-1] + numbers[middle]) / 2
}

// result is what was measured of one question with so many connections.
type result struct {
	question    question
	connections int
	samples     [][]sample // of each server, by round
}

// contest measures a question on all servers, one after the other in each round, so
// that what else the machine does hits all alike.
func contest(ctx context.Context, p plan, q question, targets []target, arguments []map[string]any, connections int) (result, error) {
	askers := make([]asker, len(targets))
	for i, t := range targets {
		a, err := t.prepare(ctx, q, arguments, connections)
		if err != nil {
			return result{}, err
		}
		defer a.close(context.WithoutCancel(ctx))
		if err := warmed(ctx, a, connections, p.warm); err != nil {
			return result{}, err
		}
		askers[i] = a
	}
	out := result{q, connections, make([][]sample, len(targets))}
	for range p.rounds {
		for i, a := range askers {
			s, err := measure(ctx, a, connections, p.round)
			if err != nil {
				return result{}, err
			}
			out.samples[i] = append(out.samples[i], s)
		}
	}
	return out, nil
}
