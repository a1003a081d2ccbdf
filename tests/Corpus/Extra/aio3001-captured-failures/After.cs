using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3001CapturedFailures.After;

public interface ITestCase
{
    string DisplayName { get; }
    Task RunAsync(CancellationToken token);
}

public sealed record TestCollection(string Name, IReadOnlyList<ITestCase> Cases);

public sealed record TestFailure(string Collection, string Test, string Message);

public class ParallelAssemblyRunner
{
    private readonly int _maxThreads;
    private readonly TimeSpan _timeout;

    public ParallelAssemblyRunner(int maxThreads, TimeSpan timeout)
    {
        _maxThreads = maxThreads;
        _timeout = timeout;
    }

    public async Task<IReadOnlyList<TestFailure>> RunAsync(IEnumerable<TestCollection> collections, CancellationToken token)
    {
        var failures = new List<TestFailure>();
        using var throttle = new SemaphoreSlim(_maxThreads);

        var tasks = collections.Select(collection => Task.Run(async () =>
        {
            await throttle.WaitAsync().ConfigureAwait(false);
            try
            {
                foreach (var test in collection.Cases)
                {
                    if (token.IsCancellationRequested)
                        break;

                    using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
                    limit.CancelAfter(_timeout);
                    try
                    {
                        await test.RunAsync(limit.Token).ConfigureAwait(false);
                    }
                    catch (OperationCanceledException) when (limit.IsCancellationRequested)
                    {
                        lock (failures)
                            failures.Add(new TestFailure(collection.Name, test.DisplayName, "Timed out or cancelled"));
                    }
                    catch (Exception ex)
                    {
                        lock (failures)
                            failures.Add(new TestFailure(collection.Name, test.DisplayName, ex.Message));
                    }
                }
            }
            finally
            {
                throttle.Release();
            }
        })).ToArray();

        await Task.WhenAll(tasks).ConfigureAwait(false);

        return failures.OrderBy(failure => failure.Collection, StringComparer.Ordinal).ToList();
    }
}
