using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2007TypedAhead.Before;

/// <summary>Completes what the user types; each keystroke ends the request before it.</summary>
public sealed class Autocomplete : IDisposable
{
    private readonly object _gate = new();
    private readonly Func<string, CancellationToken, Task<IReadOnlyList<string>>> _ask;
    private readonly TimeSpan _patience;
    private CancellationTokenSource _current;
    private bool _disposed;

    public Autocomplete(Func<string, CancellationToken, Task<IReadOnlyList<string>>> ask, TimeSpan patience)
    {
        _ask = ask;
        _patience = patience;
    }

    public async Task<IReadOnlyList<string>> SuggestAsync(string text)
    {
        lock (_gate)
        {
            if (_disposed)
            {
                return Array.Empty<string>();
            }

            var before = _current;
            before?.Cancel();
            before?.Dispose();
            _current = new CancellationTokenSource();
        }

        _current.CancelAfter(_patience);
        try
        {
            return await _ask(text, _current.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return Array.Empty<string>();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _current?.Dispose();
            _current = null;
        }
    }
}
