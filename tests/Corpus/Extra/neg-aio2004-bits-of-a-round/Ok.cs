using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio2004BitsOfARound;

public sealed class HealthRound
{
    private const int DiskFailed = 1;
    private const int NetworkFailed = 2;

    private readonly Func<bool> _disk;
    private readonly Func<bool> _network;
    private int _failures;

    public HealthRound(Func<bool> disk, Func<bool> network)
    {
        _disk = disk;
        _network = network;
    }

    public bool IsHealthy => Volatile.Read(ref _failures) == 0;

    public void Begin() => Volatile.Write(ref _failures, 0);

    public Task ProbeDiskAsync() => Task.Run(() =>
    {
        if (!_disk())
            Interlocked.Or(ref _failures, DiskFailed);
    });

    public Task ProbeNetworkAsync() => Task.Run(() =>
    {
        if (!_network())
            Interlocked.Or(ref _failures, NetworkFailed);
    });
}
