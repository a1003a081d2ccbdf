using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio1003CtorLeak.After;

public sealed class QuotaPolicy
{
    private static QuotaPolicy s_current;

    private readonly int _limit;
    private readonly HashSet<string> _exempt;

    public QuotaPolicy(int limit, IEnumerable<string> exempt)
    {
        _limit = limit;
        _exempt = new HashSet<string>(exempt);
        Volatile.Write(ref s_current, this);
    }

    public static QuotaPolicy Current => Volatile.Read(ref s_current);

    public bool Allows(string user, int used) => used < _limit || _exempt.Contains(user);
}

public sealed class QuotaGate
{
    private int _refused;

    public int Refused => Volatile.Read(ref _refused);

    public Task Serve(IReadOnlyList<(string User, int Used)> requests) => Task.Run(() =>
    {
        foreach (var (user, used) in requests)
        {
            QuotaPolicy policy = QuotaPolicy.Current;
            if (policy != null && !policy.Allows(user, used))
            {
                Interlocked.Increment(ref _refused);
            }
        }
    });
}
