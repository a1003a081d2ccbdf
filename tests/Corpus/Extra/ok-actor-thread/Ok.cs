using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.OkActorThread;

public sealed class BookKeeper : IDisposable
{
    private abstract record Command;

    private sealed record Transfer(string From, string To, long Cents, TaskCompletionSource<bool> Reply) : Command;

    private sealed record Close : Command;

    private readonly BlockingCollection<Command> _commands = new BlockingCollection<Command>();
    private readonly Dictionary<string, long> _balances;
    private readonly Thread _thread;
    private bool _closed;
    private int _transfers;

    public BookKeeper(IEnumerable<KeyValuePair<string, long>> balances)
    {
        _balances = new Dictionary<string, long>(balances);
        _thread = new Thread(Run) { Name = "books" };
        _thread.Start();
    }

    public Task<bool> TransferAsync(string from, string to, long cents)
    {
        var reply = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        _commands.Add(new Transfer(from, to, cents, reply));
        return reply.Task;
    }

    private void Run()
    {
        while (!_closed)
        {
            switch (_commands.Take())
            {
                case Transfer transfer:
                    transfer.Reply.SetResult(Apply(transfer));
                    break;
                case Close:
                    _closed = true;
                    break;
            }
        }
    }

    private bool Apply(Transfer transfer)
    {
        if (!_balances.TryGetValue(transfer.From, out long balance) || balance < transfer.Cents)
        {
            return false;
        }

        _balances[transfer.From] = balance - transfer.Cents;
        _balances[transfer.To] = _balances.GetValueOrDefault(transfer.To) + transfer.Cents;
        _transfers++;
        return true;
    }

    public void Dispose()
    {
        _commands.Add(new Close());
        _thread.Join();
        Console.WriteLine(_transfers + " transfers");
    }
}
