using Xunit;

// The stress tests need the processors for themselves.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
