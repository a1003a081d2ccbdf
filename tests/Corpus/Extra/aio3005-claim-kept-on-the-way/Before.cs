using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace Corpus.Extra.Aio3005ClaimKeptOnTheWay.Before;

public sealed class FileChange
{
    public FileChange(string path, DateTime modifiedUtc, long length)
    {
        Path = path;
        ModifiedUtc = modifiedUtc;
        Length = length;
    }

    public string Path { get; }
    public DateTime ModifiedUtc { get; }
    public long Length { get; }
}

public sealed class FolderScanner : IDisposable
{
    readonly string root;
    readonly Action<FileChange> onChange;
    readonly Action<Exception> onError;
    readonly Dictionary<string, (DateTime Stamp, long Length)> known = new(StringComparer.Ordinal);
    readonly Timer timer;
    int scanning;

    public FolderScanner(string root, Action<FileChange> onChange, Action<Exception> onError, TimeSpan period)
    {
        this.root = root;
        this.onChange = onChange;
        this.onError = onError;
        timer = new Timer(OnTimer, null, Timeout.Infinite, Timeout.Infinite);
        timer.Change(period, period);
    }

    public bool IsScanning => Volatile.Read(ref scanning) == 1;

    public bool ScanNow(CancellationToken token)
    {
        if (Interlocked.CompareExchange(ref scanning, 1, 0) != 0)
            return false;

        var directory = new DirectoryInfo(root);
        if (!directory.Exists)
            return false;

        try
        {
            foreach (var file in directory.EnumerateFiles("*", SearchOption.AllDirectories))
            {
                token.ThrowIfCancellationRequested();
                var current = (file.LastWriteTimeUtc, file.Length);
                if (known.TryGetValue(file.FullName, out var last) && last == current)
                    continue;

                known[file.FullName] = current;
                onChange(new FileChange(file.FullName, current.LastWriteTimeUtc, current.Length));
            }

            return true;
        }
        finally
        {
            Volatile.Write(ref scanning, 0);
        }
    }

    void OnTimer(object state)
    {
        try
        {
            ScanNow(CancellationToken.None);
        }
        catch (Exception ex)
        {
            onError(ex);
        }
    }

    public void Dispose() => timer.Dispose();
}
