// Samples share their build of the engine, so they run one at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
