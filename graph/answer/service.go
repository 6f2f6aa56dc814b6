package answer

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/apierror"
	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/store"
)

// ServiceConfig tells what the service allows and which words it uses.
type ServiceConfig struct{ limits limits.Limits }

// CurrentConfig is the configuration that holds for an operation.
func CurrentConfig(ctx context.Context) *ServiceConfig {
	return &ServiceConfig{load.From(ctx).Limits}
}

// Limits are all limits.
func (s ServiceConfig) Limits() ServiceLimits { return ServiceLimits{s.limits} }

// Kinds are the kinds of entities.
func (s ServiceConfig) Kinds() []ecosystem.KindInfo { return ecosystem.Kinds() }

// Relations are the types of relations.
func (s ServiceConfig) Relations() []ecosystem.RelationInfo { return ecosystem.RelationTypes() }

// Strengths is the table of strength words.
func (s ServiceConfig) Strengths() []ecosystem.StrengthWeight { return ecosystem.Strengths() }

// HierarchyKinds are the kinds that paths avoid.
func (s ServiceConfig) HierarchyKinds() []ecosystem.Kind { return store.HierarchyKinds() }

// ErrorCodes are all error codes.
func (s ServiceConfig) ErrorCodes() []ecosystem.Code { return apierror.Codes() }

// ServiceLimits shows each limit under its name in the SDL.
type ServiceLimits struct{ l limits.Limits }
