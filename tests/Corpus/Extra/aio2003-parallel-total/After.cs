using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2003ParallelTotal.After;

public sealed class DirectoryReport
{
    private readonly string _root;
    private readonly Func<string, long> _sizeOf;
    private int _skipped;

    public DirectoryReport(string root, Func<string, long> sizeOf)
    {
        _root = root;
        _sizeOf = sizeOf;
    }

    public int Skipped => Volatile.Read(ref _skipped);

    public string Summary(IReadOnlyCollection<string> files)
    {
        long bytes = 0;
        Parallel.ForEach(files, file =>
        {
            if (!file.StartsWith(_root, StringComparison.Ordinal))
            {
                Interlocked.Increment(ref _skipped);
                return;
            }

            Interlocked.Add(ref bytes, _sizeOf(file));
        });
        return Path.GetFileName(_root) + ": " + bytes + " bytes";
    }
}
