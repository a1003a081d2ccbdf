using System;
using System.Threading;

namespace Cases.SenderRunsOn;

/// <summary>A worker that tells when it has started, and then works for as long as the process lives.</summary>
public sealed class Worker
{
    private int _state;
    private string _name = string.Empty;

    public void Start() => new Thread(Run) { IsBackground = true }.Start();

    /// <summary>The worker's name, or null while it has not started.</summary>
    public string? NameIfStarted() => Volatile.Read(ref _state) == 0 ? null : _name;

    private void Run()
    {
        _name = "worker " + Environment.CurrentManagedThreadId;
        Volatile.Write(ref _state, 1);
        while (true)
            Thread.Sleep(1000);
    }
}
