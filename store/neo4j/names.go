package neo4j

// Names of properties. Declared properties stand beside them under their own
// names (ecosystem.Property.Name).
const (
	propID         = "id"
	propRecord     = "record" // the whole row; see record.go
	propHash       = "hash"   // fingerprint of what the row says; see stage_encode.go
	propGeneration = "gen"    // that wrote the row last
	propStatus     = "status"

	// of entities
	propKind        = "kind"
	propName        = "name"
	propNameEn      = "name_en"
	propAliases     = "aliases"
	propFormerNames = "former_names"
	propStatusDate  = "status_date"
	propExternalIDs = "external_ids" // scheme:value

	// of entities, derived for filters, lists and facets; see derive.go
	propSortName    = "sort_name"    // pinyin order
	propTokens      = "tokens"       // what search finds
	propDocuments   = "documents"    // ids of the source documents
	propSections    = "sections"     // every place that holds a source
	propCertainty   = "certainty"    // of the surest source
	propRegions     = "regions"      // ids of the regions it is LOCATED_IN
	propWithin      = "within"       // ids of those, of clusters, and of all that these lie in
	propFields      = "fields"       // ids of the fields it is IN_FIELD of
	propFieldsAbove = "fields_above" // ids of those and of all that these are part of

	// of relations
	propWeight   = "weight"
	propLabel    = "label"
	propStrength = "strength"
	propYear     = "year"
	propValue    = "value"
	propUnit     = "unit"

	// of documents
	propTitle  = "title"
	propIssuer = "issuer"
	propDate   = "date"
	propURL    = "url"

	// of the :Meta node
	propLoaded  = "loaded"
	propPending = "pending" // generation that a load in several transactions is writing
)
