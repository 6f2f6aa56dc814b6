package answer

import "github.com/innograph/innograph/loader/resolve"

// DefaultPage is the rows of a page when first and last are left out.
func (l ServiceLimits) DefaultPage() int { return l.l.Page.Default }

// MaxPage bounds rows of a page.
func (l ServiceLimits) MaxPage() int { return l.l.Page.Max }

// MaxIDs bounds ids in nodes.
func (l ServiceLimits) MaxIDs() int { return l.l.IDs }

// MaxNeighborhoodKnown bounds ids that are drawn already.
func (l ServiceLimits) MaxNeighborhoodKnown() int { return l.l.NeighborhoodKnown }

// MaxNeighborhoodIDs bounds ids in neighborhood.
func (l ServiceLimits) MaxNeighborhoodIDs() int { return l.l.NeighborhoodIDs }

// DefaultNeighborhoodDepth is the depth of neighborhood when it is left out.
func (l ServiceLimits) DefaultNeighborhoodDepth() int { return l.l.NeighborhoodDepth.Default }

// MaxNeighborhoodDepth bounds the depth of neighborhood.
func (l ServiceLimits) MaxNeighborhoodDepth() int { return l.l.NeighborhoodDepth.Max }

// DefaultNeighborhoodEdges is the edges of neighborhood when limit is left out.
func (l ServiceLimits) DefaultNeighborhoodEdges() int { return l.l.NeighborhoodEdges.Default }

// MaxNeighborhoodEdges bounds edges of neighborhood.
func (l ServiceLimits) MaxNeighborhoodEdges() int { return l.l.NeighborhoodEdges.Max }

// MaxCoveredEntities bounds the graph whose coverage is counted.
func (l ServiceLimits) MaxCoveredEntities() int { return l.l.CoveredEntities }

// MaxGapNeeds bounds needs that one question judges.
func (l ServiceLimits) MaxGapNeeds() int { return l.l.GapNeeds }

// MaxGapLevel bounds entities of one level of a question for gaps.
func (l ServiceLimits) MaxGapLevel() int { return l.l.GapLevel }

// DefaultMatrixRows is the rows of gapMatrix when first is left out.
func (l ServiceLimits) DefaultMatrixRows() int { return l.l.MatrixRows.Default }

// MaxMatrixRows bounds the rows of gapMatrix.
func (l ServiceLimits) MaxMatrixRows() int { return l.l.MatrixRows.Max }

// MaxMatrixColumns bounds the columns of gapMatrix.
func (l ServiceLimits) MaxMatrixColumns() int { return l.l.MatrixColumns }

// MaxIntroductionBodies bounds the bodies around a target.
func (l ServiceLimits) MaxIntroductionBodies() int { return l.l.IntroductionBodies }

// MaxDemandFields bounds the fields that a demand names.
func (l ServiceLimits) MaxDemandFields() int { return l.l.DemandFields }

// MaxDemandText bounds characters of the text of a demand.
func (l ServiceLimits) MaxDemandText() int { return l.l.DemandText }

// MaxMatchFields bounds the fields that partners are judged by.
func (l ServiceLimits) MaxMatchFields() int { return l.l.MatchFields }

// MaxMatchEnds bounds the partners to which one kind of evidence leads.
func (l ServiceLimits) MaxMatchEnds() int { return l.l.MatchEnds }

// MaxMatchPaths bounds the paths that are kept of a kind of evidence.
func (l ServiceLimits) MaxMatchPaths() int { return l.l.MatchPaths }

// MaxMatchCandidates bounds the partners that are compared.
func (l ServiceLimits) MaxMatchCandidates() int { return l.l.MatchCandidates }

// MaxMatchDemands bounds the demands that a partner is compared with.
func (l ServiceLimits) MaxMatchDemands() int { return l.l.MatchDemands }

// MaxMatchTies bounds the relations of that partner.
func (l ServiceLimits) MaxMatchTies() int { return l.l.MatchTies }

// DefaultMatchEvidence is the evidence of a component when first is left out.
func (l ServiceLimits) DefaultMatchEvidence() int { return l.l.MatchEvidence.Default }

// MaxMatchEvidence bounds the evidence of a component.
func (l ServiceLimits) MaxMatchEvidence() int { return l.l.MatchEvidence.Max }

// DefaultHops is the hops of paths when maxHops is left out.
func (l ServiceLimits) DefaultHops() int { return l.l.Hops.Default }

// MaxHops bounds hops of paths.
func (l ServiceLimits) MaxHops() int { return l.l.Hops.Max }

// DefaultPaths is the paths when k is left out.
func (l ServiceLimits) DefaultPaths() int { return l.l.Paths.Default }

// MaxPaths bounds paths of one answer.
func (l ServiceLimits) MaxPaths() int { return l.l.Paths.Max }

// DefaultSuggestions is the suggestions when first is left out.
func (l ServiceLimits) DefaultSuggestions() int { return l.l.Suggestions.Default }

// MaxSuggestions bounds suggestions.
func (l ServiceLimits) MaxSuggestions() int { return l.l.Suggestions.Max }

// DefaultMatches is the matches of a name when first is left out.
func (l ServiceLimits) DefaultMatches() int { return l.l.Matches.Default }

// MaxMatches bounds the matches of a name.
func (l ServiceLimits) MaxMatches() int { return l.l.Matches.Max }

// MaxNames bounds names in resolveNames.
func (l ServiceLimits) MaxNames() int { return l.l.Names }

// MaxNamesMatches bounds the matches of all names in resolveNames.
func (l ServiceLimits) MaxNamesMatches() int { return l.l.NamesMatches }

// MaxName bounds characters of a name.
func (l ServiceLimits) MaxName() int { return resolve.MaxName }

// MaxNamedEntities bounds the graph whose names are resolved.
func (l ServiceLimits) MaxNamedEntities() int { return l.l.NamedEntities }

// MaxFilterDepth bounds filters within filters.
func (l ServiceLimits) MaxFilterDepth() int { return l.l.Store.FilterDepth }

// MaxFilterParts bounds values and conditions of one filter.
func (l ServiceLimits) MaxFilterParts() int { return l.l.Store.FilterParts }

// MaxText bounds characters of a search text.
func (l ServiceLimits) MaxText() int { return l.l.Store.Text }

// MaxCandidates bounds names that one search ranks.
func (l ServiceLimits) MaxCandidates() int { return l.l.Store.Candidates }

// MaxBuckets bounds values of one facet.
func (l ServiceLimits) MaxBuckets() int { return l.l.Store.Buckets }

// MaxTreeDepth bounds levels of the region and field trees.
func (l ServiceLimits) MaxTreeDepth() int { return l.l.Store.TreeDepth }

// MaxDepth bounds the depth of a document.
func (l ServiceLimits) MaxDepth() int { return l.l.Depth }

// MaxAliases bounds aliases of a document.
func (l ServiceLimits) MaxAliases() int { return l.l.Aliases }

// MaxTokens bounds tokens of a document.
func (l ServiceLimits) MaxTokens() int { return l.l.Tokens }

// MaxRepeats bounds how often a field stands in one place of a document.
func (l ServiceLimits) MaxRepeats() int { return l.l.Repeats }

// MaxComplexity bounds the cost of a document.
func (l ServiceLimits) MaxComplexity() int { return l.l.Complexity }

// MaxConcurrent bounds the requests that are executed at once.
func (l ServiceLimits) MaxConcurrent() int { return l.l.Concurrent }

// MaxSubscriptions bounds the subscriptions that are open at once.
func (l ServiceLimits) MaxSubscriptions() int { return l.l.Subscriptions }

// MaxClientSubscriptions bounds those of one client.
func (l ServiceLimits) MaxClientSubscriptions() int { return l.l.ClientSubscriptions }

// MaxMessageBytes bounds a message over a WebSocket.
func (l ServiceLimits) MaxMessageBytes() int { return l.l.MessageBytes }

// MaxMessageRate bounds the messages a second over one WebSocket.
func (l ServiceLimits) MaxMessageRate() int { return l.l.MessageRate }

// MaxConnections bounds the connections that are open at once, where the server tells
// it.
func (l ServiceLimits) MaxConnections() (int, bool) {
	return l.l.Connections, l.l.Connections > 0
}

// MaxResponseBytes bounds the data of one answer.
func (l ServiceLimits) MaxResponseBytes() int { return l.l.ResponseBytes }

// MaxPersistedQueries bounds the queries that clients register by hash.
func (l ServiceLimits) MaxPersistedQueries() int { return l.l.PersistedQueries }

// MaxPersistedQueryBytes bounds one of them.
func (l ServiceLimits) MaxPersistedQueryBytes() int { return l.l.PersistedQueryBytes }

// MaxRequestBytes bounds the size of a request, where the server tells it.
func (l ServiceLimits) MaxRequestBytes() (int, bool) {
	return int(l.l.RequestBytes), l.l.RequestBytes > 0
}

// RequestTimeoutSeconds bounds the time of one answer, where the server tells it.
func (l ServiceLimits) RequestTimeoutSeconds() (float64, bool) {
	return l.l.RequestTimeout.Seconds(), l.l.RequestTimeout > 0
}

// MaxClientRate bounds the requests a second of one client, where there is a bound.
func (l ServiceLimits) MaxClientRate() (float64, bool) {
	return l.l.ClientRate, l.l.ClientRate > 0
}

// MaxClientBurst bounds the requests of one client at once after a pause, where
// there is a bound.
func (l ServiceLimits) MaxClientBurst() (int, bool) {
	return l.l.ClientBurst, l.l.ClientBurst > 0
}

// MaxClientConcurrent bounds the requests of one client that are being answered,
// where there is a bound.
func (l ServiceLimits) MaxClientConcurrent() (int, bool) {
	return l.l.ClientConcurrent, l.l.ClientConcurrent > 0
}
