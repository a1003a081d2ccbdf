using System;

namespace Corpus.Extra.OkUartEmulator;

public sealed class Uart16550
{
    private const byte DataReady = 0x01;
    private const byte TransmitEmpty = 0x20;

    private readonly byte[] _fifo = new byte[16];
    private readonly Action _raiseInterrupt;
    private int _head;
    private int _tail;
    private bool _interruptPending;
    private byte _lineStatus = TransmitEmpty;
    private byte _interruptEnable;

    public Uart16550(Action raiseInterrupt)
    {
        _raiseInterrupt = raiseInterrupt;
    }

    public event Action<byte> Transmitted;

    public byte Read(int register)
    {
        switch (register)
        {
            case 0:
                byte data = _fifo[_head & 15];
                if (_head != _tail)
                {
                    _head++;
                }

                if (_head == _tail)
                {
                    _lineStatus &= unchecked((byte)~DataReady);
                    _interruptPending = false;
                }

                return data;
            case 1:
                return _interruptEnable;
            case 5:
                return _lineStatus;
            default:
                return 0xff;
        }
    }

    public void Write(int register, byte value)
    {
        if (register == 0)
        {
            Transmitted?.Invoke(value);
        }
        else if (register == 1)
        {
            _interruptEnable = value;
            UpdateInterrupt();
        }
    }

    public void Receive(byte value)
    {
        if (_tail - _head == 16)
        {
            return;
        }

        _lineStatus |= DataReady;
        _fifo[_tail++ & 15] = value;
        UpdateInterrupt();
    }

    private void UpdateInterrupt()
    {
        if (_interruptPending || (_interruptEnable & 1) == 0 || _head == _tail)
        {
            return;
        }

        _interruptPending = true;
        _raiseInterrupt();
    }
}
